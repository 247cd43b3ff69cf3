package org.chartroom.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chartroom.provider.application.out.PasswordHasher;
import org.chartroom.provider.domain.Password;
import org.chartroom.provider.domain.PasswordHash;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * What the hasher of passwords has told once is not asked for again, in whichever server of this JVM: a hash takes long on
 * purpose, and most tests sign somebody in who has the same password as everybody.
 */
final class RememberedPasswords implements BeanPostProcessor {

    private static final Map<Password, PasswordHash> HASHES = new ConcurrentHashMap<>();
    private static final Map<Compared, Boolean> COMPARISONS = new ConcurrentHashMap<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PasswordHasher hasher ? remembering(hasher) : bean;
    }

    private static PasswordHasher remembering(PasswordHasher hasher) {
        return new PasswordHasher() {
            @Override
            public PasswordHash hash(Password password) {
                return HASHES.computeIfAbsent(password, hasher::hash);
            }

            @Override
            public boolean matches(Password password, @Nullable PasswordHash hash) {
                return COMPARISONS.computeIfAbsent(new Compared(password, hash), _ -> hasher.matches(password, hash));
            }

            @Override
            public boolean isOutdated(PasswordHash hash) {
                return hasher.isOutdated(hash);
            }
        };
    }

    private record Compared(Password password, @Nullable PasswordHash hash) {}
}
