package org.chartroom.studio.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.chartroom.studio.domain.ClinicTable;

/** How things are called and written for people. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final long KILO = 1024;

    private static final int SHORT_ID = 8;

    static String title(ClinicTable table) {
        return switch (table) {
            case PROVIDER -> "Providers";
            case PATIENT -> "Patients";
            case ALLERGY -> "Allergies";
            case CHRONIC_CONDITION -> "Chronic conditions";
            case APPOINTMENT -> "Appointments";
            case MEDICAL_RECORD -> "Medical records";
            case SYMPTOM -> "Symptoms";
            case PRESCRIPTION -> "Prescriptions";
            case VITAL_SIGNS -> "Vital signs";
        };
    }

    /** One of them. */
    static String one(ClinicTable table) {
        return label(table.label());
    }

    /** Of a column or a value of an enum: {@code life_threatening} is Life threatening. */
    static String label(String name) {
        var words = name.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String minute(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone));
    }

    /** Ids that are made one after the other differ at their ends. */
    static String shortId(String id) {
        return "…" + id.substring(id.length() - SHORT_ID);
    }

    static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }

    static String bytes(long bytes) {
        if (bytes < KILO * KILO) return number(bytes / KILO) + " kB";
        return number(bytes / (KILO * KILO)) + " MB";
    }

    private Words() {}
}
