package org.chartroom.provider.application.out;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chartroom.provider.domain.Password;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.provider.domain.ProviderRefusal;
import org.jspecify.annotations.Nullable;

/** Passwords that hash in no time, to tell whether and when they were hashed. */
public final class PlainPasswords implements PasswordHasher, CommonPasswords {

    private static final String NEWEST = "2:";

    private final List<@Nullable PasswordHash> compared = new ArrayList<>();
    private boolean busy;
    private Runnable meanwhile = () -> {};

    /** With parameters of yesterday. */
    public static PasswordHash outdated(String password) {
        return new PasswordHash("1:" + password);
    }

    public static PasswordHash of(String password) {
        return new PasswordHash(NEWEST + password);
    }

    /** From now on nobody's turn comes. */
    public void beBusy() {
        busy = true;
    }

    /** What happens while the next password is compared. */
    public void meanwhile(Runnable event) {
        meanwhile = event;
    }

    /** What was compared with, in order; null where there was nothing to compare with and the effort was made all the same. */
    public List<@Nullable PasswordHash> compared() {
        return compared;
    }

    @Override
    public PasswordHash hash(Password password) {
        if (busy) throw ProviderRefusal.busy();
        return of(password.value());
    }

    @Override
    public boolean matches(Password password, @Nullable PasswordHash hash) {
        if (busy) throw ProviderRefusal.busy();
        compared.add(hash);
        var event = meanwhile;
        meanwhile = () -> {};
        event.run();
        return hash != null && hash.value().substring(NEWEST.length()).equals(password.value());
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return !hash.value().startsWith(NEWEST);
    }

    @Override
    public boolean contain(Password password) {
        return Set.of("password1").contains(password.value());
    }
}
