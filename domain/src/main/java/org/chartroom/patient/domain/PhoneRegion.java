package org.chartroom.patient.domain;

import java.util.regex.Pattern;

/**
 * Where the clinic is, for reading the telephone numbers that people write down without a country.
 *
 * @param code two letters of ISO 3166-1, upper case
 */
public record PhoneRegion(String code) {

    private static final Pattern TWO_LETTERS = Pattern.compile("[A-Z]{2}");

    public PhoneRegion {
        if (!TWO_LETTERS.matcher(code).matches())
            throw new IllegalArgumentException("not two letters of ISO 3166-1, such as US: " + code);
    }
}
