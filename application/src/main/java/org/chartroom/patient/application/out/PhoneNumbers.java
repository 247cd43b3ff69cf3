package org.chartroom.patient.application.out;

import java.util.Set;

/** Knows how telephone numbers are written, read where the clinic is; it knows nobody's. */
public interface PhoneNumbers {

    /**
     * The digits of every way in which the number may have been written down: as it was typed, with the country's code,
     * with what one dials before that, and for a number of the clinic's own country as one dials it there. What cannot
     * be a telephone number is written in one way only: by its own digits.
     *
     * @return of 0 to 9 alone; empty when there is no digit in it
     */
    Set<String> spellings(String typed);
}
