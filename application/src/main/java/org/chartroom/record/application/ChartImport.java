package org.chartroom.record.application;

import java.util.List;
import java.util.stream.Stream;
import org.chartroom.appointment.AppointmentEntry;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violation;
import org.chartroom.patient.AllergyEntry;
import org.chartroom.patient.ChronicConditionEntry;
import org.chartroom.patient.PatientEntry;
import org.chartroom.provider.Actor;
import org.chartroom.record.domain.Measurements;
import org.chartroom.record.domain.RecordContent;
import org.jspecify.annotations.Nullable;

/** Takes over what was kept of patients elsewhere. */
public interface ChartImport {

    /** Most charts of one import. */
    int MOST = 100_000;

    /** Most violations that are told of one import. */
    int MOST_TOLD = 1_000;

    /**
     * Takes charts over, all or none; the patients become the actor's. A patient who is the actor's already stays as is. The
     * lines are read once, in order, and none is kept in memory.
     *
     * @throws org.chartroom.kernel.InvalidInput naming what is not acceptable in each line, at most 1,000 of it:
     *     {@code lines[17].appointments[2].status}, lines counted from 1. Besides what is wrong with a chart by itself:
     *     {@code required} without any line; {@code too-many} after 100,000; {@code repeated} when a patient stood in an
     *     earlier line; {@code mismatch} when that id is another's; {@code unknown} when there is no such provider;
     *     {@code overlapping} when the provider has another active appointment in that time and this one may not overlap
     *     others. Of two in one import it is the one that begins later
     */
    ImportReceipt take(Actor by, Stream<Line> lines);

    /**
     * One chart as it came.
     *
     * @param number from 1
     * @param chart  null when it could not be read
     * @param wrong  what is known to be wrong with it
     */
    @Phi
    record Line(int number, @Nullable WrittenChart chart, List<Violation> wrong) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** A chart as somebody wrote it. */
    @Phi
    record WrittenChart(
            PatientEntry patient,
            List<AllergyEntry> allergies,
            List<ChronicConditionEntry> chronicConditions,
            List<WrittenVisit> visits) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /**
     * An appointment as somebody wrote it.
     *
     * @param vitalSigns null when there are none, or they are not acceptable
     * @param written    whether there is a record, acceptable or not
     * @param record     null when there is none, or it is not acceptable
     */
    @Phi
    record WrittenVisit(
            AppointmentEntry appointment,
            @Nullable Measurements vitalSigns,
            boolean written,
            @Nullable RecordContent record) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }
}
