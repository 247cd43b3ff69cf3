package org.chartroom.bootstrap.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.Stretch;
import org.chartroom.appointment.domain.TimeOfDay;
import org.chartroom.appointment.domain.Weekday;
import org.chartroom.appointment.domain.WeeklyHours;
import org.chartroom.appointment.domain.WorkingHours;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.domain.Patient;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.provider.domain.Provider;
import org.chartroom.provider.domain.ProviderDetails;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.VitalSigns;
import org.jspecify.annotations.Nullable;

/**
 * All that the demo clinic holds; its provider has no password yet. Ages, visits and diagnoses are counted from the day on which it is set up, so that it
 * is never out of date; ids are the same on every day.
 *
 * <p>Everything is of {@link DemoCalendar#isWorkingDay working days} but the visits of today, which are there on a
 * weekend too: whoever tries the product on a Sunday shall find a day's schedule with something in it. Each patient
 * comes at hours of the day of his own, so no two appointments overlap, not even those of two patients who were seeded
 * on different days.
 */
@Phi
public record DemoClinic(Provider provider, WorkingHours hours, List<Chart> charts) {

    public static final ProviderId PROVIDER = new ProviderId(DemoFolder.uuid(0, 0, 0, 0));
    public static final EmailAddress EMAIL = new EmailAddress("demo@chartroom.example");

    public DemoClinic {
        charts = List.copyOf(charts);
    }

    /** The demo clinic as it stands on the morning of {@code today}. */
    public static DemoClinic on(LocalDate today, ZoneId zone) {
        var calendar = new DemoCalendar(today, zone);
        return new DemoClinic(
                drDemo(),
                mondayToFriday(),
                List.of(
                        NguyenThiLan.chart(calendar),
                        SmillaOrstedMuller.chart(calendar),
                        JunO.chart(calendar),
                        SinanAlFayruzi.chart(calendar),
                        GuntherSchaferGross.chart(calendar)));
    }

    private static Provider drDemo() {
        return new Provider(
                PROVIDER,
                new ProviderDetails(
                        EMAIL, new PersonName("Dr.", "Demo"), "Family medicine", "DEMO-000001", "+1 613-555-0100"),
                PasswordHash.NONE);
    }

    private static WorkingHours mondayToFriday() {
        var morning = new Stretch(TimeOfDay.of("08:00"), TimeOfDay.of("12:00"));
        var afternoon = new Stretch(TimeOfDay.of("13:00"), TimeOfDay.of("17:00"));
        return new WorkingHours(
                EnumSet.range(Weekday.MONDAY, Weekday.FRIDAY).stream()
                        .flatMap(day -> Stream.of(new WeeklyHours(day, morning), new WeeklyHours(day, afternoon)))
                        .toList(),
                List.of());
    }

    /** A patient with everything below. */
    @Phi
    public record Chart(Patient patient, List<Visit> visits) {

        public Chart {
            visits = List.copyOf(visits);
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** An appointment, with the record and the vital signs of a completed one. */
    @Phi
    public record Visit(
            Appointment appointment,
            @Nullable MedicalRecord record,
            @Nullable VitalSigns vitalSigns) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
