package org.chartroom.patient.persistence;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chartroom.patient.application.out.PhoneNumbers;
import org.chartroom.patient.domain.PhoneRegion;
import org.springframework.stereotype.Component;

/** By the numbering plans of Google's libphonenumber. */
@Component
class LibPhoneNumbers implements PhoneNumbers {

    /** What most countries dial before a country's code, and what many write whatever theirs is. */
    private static final String USUAL_PREFIX = "00";

    private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    private final String region;
    /** What is dialled at the clinic before a country's code. */
    private final String prefix;

    /** @throws IllegalArgumentException when no numbering plan is known of that region */
    LibPhoneNumbers(PhoneRegion region) {
        if (!plans.getSupportedRegions().contains(region.code()))
            throw new IllegalArgumentException(
                    "no numbering plan is known of the region " + region.code() + "; chartroom.region names another");
        this.region = region.code();
        prefix = prefix();
    }

    @Override
    public Set<String> spellings(String typed) {
        var spellings = new LinkedHashSet<String>();
        spellings.add(PhoneNumberUtil.normalizeDigitsOnly(typed));
        try {
            addAll(spellings, plans.parse(typed, region));
        } catch (NumberParseException none) {
            // by its digits alone
        }
        spellings.remove("");
        return spellings;
    }

    private void addAll(Set<String> spellings, PhoneNumber number) {
        var national = plans.getNationalSignificantNumber(number);
        var extension = number.getExtension();
        var country = Integer.toString(number.getCountryCode());
        var trunk = trunk(number);
        for (var international : List.of(country + national, country + trunk + national)) {
            spellings.add(international + extension);
            spellings.add(USUAL_PREFIX + international + extension);
            spellings.add(prefix + international + extension);
        }
        if (number.getCountryCode() != plans.getCountryCodeForRegion(region)) return;
        spellings.add(national + extension);
        spellings.add(trunk + national + extension);
        spellings.add(digits(plans.format(number, PhoneNumberFormat.NATIONAL)));
    }

    /** What is dialled within the number's country before the number; what one writes as (0). */
    private String trunk(PhoneNumber number) {
        var prefix = plans.getNddPrefixForRegion(plans.getRegionCodeForCountryCode(number.getCountryCode()), true);
        return prefix == null ? "" : prefix;
    }

    /** Told by how a number of another country is dialled from here; the library does not show it otherwise. */
    private String prefix() {
        var abroad = plans.getCountryCodeForRegion(region) == plans.getCountryCodeForRegion("DE") ? "FR" : "DE";
        var number = plans.getExampleNumberForType(abroad, PhoneNumberType.FIXED_LINE);
        var dialled = digits(plans.formatOutOfCountryCallingNumber(number, region));
        var international = digits(plans.format(number, PhoneNumberFormat.E164));
        return dialled.endsWith(international)
                ? dialled.substring(0, dialled.length() - international.length())
                : USUAL_PREFIX;
    }

    private static String digits(String formatted) {
        return PhoneNumberUtil.normalizeDigitsOnly(formatted);
    }
}
