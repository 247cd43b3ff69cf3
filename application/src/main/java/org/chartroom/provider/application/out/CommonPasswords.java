package org.chartroom.provider.application.out;

import org.chartroom.provider.domain.Password;

/** The passwords that are guessed first. */
public interface CommonPasswords {

    /** Whether it is one of them, in whatever case. */
    boolean contain(Password password);
}
