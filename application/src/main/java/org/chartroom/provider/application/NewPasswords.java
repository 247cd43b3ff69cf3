package org.chartroom.provider.application;

import org.chartroom.provider.application.out.CommonPasswords;
import org.chartroom.provider.application.out.PasswordHasher;
import org.chartroom.provider.domain.Password;
import org.chartroom.provider.domain.PasswordHash;
import org.springframework.stereotype.Service;

/** What is done with a password that somebody chooses. */
@Service
class NewPasswords {

    private final CommonPasswords common;
    private final PasswordHasher hasher;

    NewPasswords(CommonPasswords common, PasswordHasher hasher) {
        this.common = common;
        this.hasher = hasher;
    }

    /** @throws org.chartroom.kernel.InvalidInput see {@link Password#chosen} */
    Password choose(String field, String typed) {
        return Password.chosen(field, typed, common::contain);
    }

    PasswordHash hash(Password chosen) {
        return hasher.hash(chosen);
    }
}
