package org.chartroom.provider.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.chartroom.provider.application.out.PasswordHasher;
import org.chartroom.provider.domain.Password;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.provider.domain.ProviderRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 46 MiB, one pass and one lane, as OWASP's ASVS 5.0 (appendix on cryptography) and Password Storage Cheat
 * Sheet have it.
 *
 * <p>Half of the processors hash at a time, and never more than fit into a quarter of the heap, so that neither the
 * signed-in starve nor the heap fills up. They are platform threads of their own: on a virtual thread, a hash would hold
 * one of the few carriers that every other request needs. Whoever waits does so in order of arrival, and together with a
 * hash that follows a comparison not longer than a client is promised an answer.
 */
@Component
class Argon2PasswordHasher implements PasswordHasher, AutoCloseable {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 47_104;
    private static final int PASSES = 1;
    private static final Duration PATIENCE = Duration.ofMillis(3_500);

    private final Argon2PasswordEncoder encoder;
    private final Semaphore turns;
    private final Duration patience;
    private final ExecutorService threads;
    /** Of no password that anybody knows. */
    private final PasswordHash nobodys;
    /** How every hash begins that is made today. */
    private final String parameters;

    @Autowired
    Argon2PasswordHasher() {
        this(
                KIBIBYTES,
                PASSES,
                parallel(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory()),
                PATIENCE);
    }

    Argon2PasswordHasher(int kibibytes, int passes, int parallel, Duration patience) {
        encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, kibibytes, passes);
        turns = new Semaphore(parallel, true);
        this.patience = patience;
        threads = Executors.newFixedThreadPool(
                parallel, Thread.ofPlatform().daemon().name("password-", 0).factory());
        parameters = "$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(kibibytes, passes, LANES);
        nobodys = new PasswordHash(parameters + "A".repeat(22) + "$" + "A".repeat(43));
    }

    static int parallel(int processors, long heap) {
        var fitting = heap / 4 / (KIBIBYTES * 1024L);
        return (int) Math.clamp(processors / 2, 1, Math.max(1, fitting));
    }

    @Override
    public PasswordHash hash(Password password) {
        return inTurn(patience.dividedBy(4), () -> new PasswordHash(encoder.encode(password.value())));
    }

    /** Half of a surrogate pair cannot be hashed: such a password costs what any other does and matches nothing. */
    @Override
    public boolean matches(Password password, @Nullable PasswordHash hash) {
        var compared = hash == null ? nobodys : hash;
        var hashable = new String(password.value().getBytes(UTF_8), UTF_8);
        return inTurn(patience, () -> encoder.matches(hashable, compared.value())) && hashable.equals(password.value());
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return !hash.value().startsWith(parameters);
    }

    private <T> T inTurn(Duration atMost, Callable<T> work) {
        try {
            if (!turns.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) throw ProviderRefusal.busy();
            try {
                return threads.submit(work).get();
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProviderRefusal.busy();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
