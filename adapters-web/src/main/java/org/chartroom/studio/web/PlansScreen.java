package org.chartroom.studio.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chartroom.http.Pages;
import org.chartroom.studio.application.IndexView;
import org.chartroom.studio.application.PlanView;
import org.jspecify.annotations.Nullable;

/** The indexes, and how one of them is used, as their page shows them. */
record PlansScreen(List<IndexView> indexes, PlanView plan, PlanTree tree) {

    /** Those that the clinic's first tables were made with; whatever else there is came later. */
    private static final Set<String> FIRST = Set.of(
            "patient_last_name_first_name_idx",
            "patient_phone_idx",
            "patient_email_idx",
            "patient_provider_id_idx",
            "appointment_patient_id_idx",
            "appointment_provider_id_idx",
            "appointment_appointment_date_idx",
            "appointment_status_idx",
            "symptom_medical_record_id_idx",
            "prescription_medical_record_id_idx");

    private static final List<String> KINDS = List.of("ticket", "later", "unique", "key");

    /** What is drawn before anybody chose. */
    static final String BEFORE_CHOICE = "patient_last_name_first_name_idx";

    /** An index in the list. */
    record Line(
            String name,
            String table,
            String size,
            String scans,
            String kind,
            @Nullable String href,
            boolean chosen) {}

    /** The first ones first. */
    public List<Line> lines() {
        return indexes.stream()
                .sorted(Comparator.comparingInt((IndexView index) -> KINDS.indexOf(kind(index))))
                .map(this::line)
                .toList();
    }

    private Line line(IndexView index) {
        return new Line(
                index.name(),
                index.table(),
                Words.bytes(index.bytes()),
                Words.number(index.scans()),
                kind(index),
                index.explained() ? Pages.ROOT + "/plans/" + index.name() : null,
                plan.index().name().equals(index.name()));
    }

    private static String kind(IndexView index) {
        if (FIRST.contains(index.name())) return "ticket";
        if (index.name().endsWith("_pkey")) return "key";
        return index.unique() ? "unique" : "later";
    }

    public String with() {
        return cost(plan.with());
    }

    public String without() {
        return cost(plan.without());
    }

    private static String cost(double cost) {
        return String.format(Locale.ENGLISH, cost < 1000 ? "%,.2f" : "%,.0f", cost);
    }

    /** How many times as much it costs without; null where that is no loss. */
    public @Nullable String gain() {
        var gain = plan.gain();
        return gain == null ? null : String.format(Locale.ENGLISH, gain < 10 ? "%,.1f" : "%,.0f", gain);
    }

    /** Of a bar of 100, how much the cheaper one takes; never so little that nobody sees it. */
    public int shareWith() {
        return share(plan.with());
    }

    public int shareWithout() {
        return share(plan.without());
    }

    private int share(double cost) {
        var most = Math.max(plan.with(), plan.without());
        return most == 0 ? 0 : (int) Math.max(1, Math.round(cost / most * 100));
    }
}
