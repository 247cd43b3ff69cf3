package org.chartroom.provider.application.out;

import org.chartroom.provider.domain.Password;
import org.chartroom.provider.domain.PasswordHash;
import org.jspecify.annotations.Nullable;

/**
 * Makes the hashes of passwords and compares with them. Both cost much time and memory on purpose, so callers take turns,
 * and must not hold a database connection meanwhile; who would wait too long is refused with
 * {@code temporarily-unavailable}.
 */
public interface PasswordHasher {

    /** The hash of a password, with parameters of today. */
    PasswordHash hash(Password password);

    /** Whether the password is the one; without a hash to compare with it is not, at the same cost. */
    boolean matches(Password password, @Nullable PasswordHash hash);

    /** Whether a hash was made with other parameters than those that are used today. */
    boolean isOutdated(PasswordHash hash);
}
