package org.chartroom.record.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chartroom.appointment.domain.AppointmentFixtures.MONDAY_9AM;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointmentId;
import static org.chartroom.appointment.domain.AppointmentFixtures.bareAppointment;
import static org.chartroom.patient.domain.PatientFixtures.MANY_SCRIPTS;
import static org.chartroom.patient.domain.PatientFixtures.allergy;
import static org.chartroom.patient.domain.PatientFixtures.condition;
import static org.chartroom.patient.domain.PatientFixtures.patient;
import static org.chartroom.patient.domain.PatientFixtures.patientId;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.record.domain.RecordFixtures.addendum;
import static org.chartroom.record.domain.RecordFixtures.bareRecord;
import static org.chartroom.record.domain.RecordFixtures.decided;
import static org.chartroom.record.domain.RecordFixtures.fatigue;
import static org.chartroom.record.domain.RecordFixtures.heartRate;
import static org.chartroom.record.domain.RecordFixtures.medicalRecord;
import static org.chartroom.record.domain.RecordFixtures.paracetamol;
import static org.chartroom.record.domain.RecordFixtures.prescription;
import static org.chartroom.record.domain.RecordFixtures.proposal;
import static org.chartroom.record.domain.RecordFixtures.proposed;
import static org.chartroom.record.domain.RecordFixtures.recordId;
import static org.chartroom.record.domain.RecordFixtures.signature;
import static org.chartroom.record.domain.RecordFixtures.symptom;
import static org.chartroom.record.domain.RecordFixtures.vitalSigns;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.AppointmentDetails;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Version;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.domain.AllergySeverity;
import org.chartroom.patient.domain.ContactDetails;
import org.chartroom.patient.domain.EmergencyContact;
import org.chartroom.patient.domain.Insurance;
import org.chartroom.patient.domain.Patient;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.patient.domain.PostalAddress;
import org.chartroom.patient.domain.Sex;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.record.domain.AiScribe;
import org.chartroom.record.domain.BloodPressure;
import org.chartroom.record.domain.Decision.Verdict;
import org.chartroom.record.domain.Meaning;
import org.chartroom.record.domain.Measurements;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.PrescriptionDetails;
import org.chartroom.record.domain.SoapNote;
import org.chartroom.record.domain.SymptomDetails;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the document of every {@link Charts} must hold; run by the in-memory and the PostgreSQL implementation alike. The
 * store need not be empty; each call is a transaction of its own.
 */
public abstract class ChartsContract {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    protected abstract Providers providers();

    protected abstract Patients patients();

    protected abstract Appointments appointments();

    protected abstract MedicalRecords records();

    protected abstract VitalSignsReadings readings();

    protected abstract Signatures signatures();

    protected abstract Addenda addenda();

    protected abstract Proposals proposals();

    protected abstract Charts charts();

    @Test
    void aChartHasFourParts() {
        var okafor = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));

        assertThat(chart(okafor, patient).propertyNames())
                .containsExactlyInAnyOrder("patient", "allergies", "chronicConditions", "appointments");
    }

    @Test
    void thePatientIsShownWithEverythingThatIsKnown() {
        var okafor = aProvider();
        var patient = patient(
                okafor.id(),
                new PatientDetails(
                        new PersonName("Maria", "Gonzalez"),
                        LocalDate.of(1958, 11, 3),
                        Sex.FEMALE,
                        new ContactDetails("(555) 013-2244", new EmailAddress("Maria@example.org")),
                        new PostalAddress("1420 Juniper Street", "Springfield", "IL", "62704"),
                        new EmergencyContact("Luis Gonzalez", "555 013 2245"),
                        new Insurance("Blue Shield", "XEH-443"),
                        "Prefers Spanish."));
        var added = patients().add(okafor, patient);
        var changed = patients().replace(okafor, patient, added);

        assertThat(chart(okafor, patient).get("patient"))
                .isEqualTo(json("""
                        {"id": "%s", "providerId": "%s", "firstName": "Maria", "lastName": "Gonzalez",
                         "dateOfBirth": "1958-11-03", "sex": "female", "phone": "(555) 013-2244",
                         "email": "Maria@example.org", "address": "1420 Juniper Street", "city": "Springfield",
                         "state": "IL", "zipCode": "62704", "emergencyContactName": "Luis Gonzalez",
                         "emergencyContactPhone": "555 013 2245", "insuranceProvider": "Blue Shield",
                         "insurancePolicyNumber": "XEH-443", "notes": "Prefers Spanish.", "incomplete": [],
                         "createdAt": "%s", "updatedAt": "%s"}
                        """.formatted(patient.id(), okafor.id(), text(added), text(changed))));
    }

    @Test
    void whatIsNotKnownOfThePatientIsNull() {
        var okafor = aProvider();
        var patient = walkIn(okafor.id());
        var added = patients().add(okafor, patient);

        assertThat(chart(okafor, patient).get("patient"))
                .isEqualTo(json("""
                        {"id": "%s", "providerId": "%s", "firstName": "Sam", "lastName": "Doe",
                         "dateOfBirth": "1970-01-01", "sex": "other", "phone": null, "email": null, "address": null,
                         "city": null, "state": null, "zipCode": null, "emergencyContactName": null,
                         "emergencyContactPhone": null, "insuranceProvider": null, "insurancePolicyNumber": null,
                         "notes": null, "incomplete": ["address", "emergencyContact", "insurance"],
                         "createdAt": "%s", "updatedAt": "%s"}
                        """.formatted(patient.id(), okafor.id(), text(added), text(added))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            12 Elm St | Kenai | AK | 99611 | Jo | 555 | Aetna | W22 | []
            -         | Kenai | AK | 99611 | Jo | 555 | Aetna | W22 | ["address"]
            12 Elm St | -     | AK | 99611 | Jo | 555 | Aetna | W22 | ["address"]
            12 Elm St | Kenai | -  | 99611 | Jo | 555 | Aetna | W22 | ["address"]
            12 Elm St | Kenai | AK | -     | Jo | 555 | Aetna | W22 | ["address"]
            12 Elm St | Kenai | AK | 99611 | Jo | -   | Aetna | W22 | ["emergencyContact"]
            12 Elm St | Kenai | AK | 99611 | Jo | 555 | Aetna | -   | ["insurance"]
            -         | Kenai | AK | 99611 | Jo | -   | Aetna | -   | ["address", "emergencyContact", "insurance"]
            """)
    void whatTheFrontDeskHasStillToAskForIsNamed(
            @Nullable String address,
            @Nullable String city,
            @Nullable String state,
            @Nullable String zipCode,
            @Nullable String contact,
            @Nullable String contactPhone,
            @Nullable String insurer,
            @Nullable String policy,
            String incomplete) {
        var okafor = aProvider();
        var patient = registered(
                okafor,
                patient(
                        okafor.id(),
                        new PatientDetails(
                                new PersonName("Sam", "Doe"),
                                LocalDate.of(1970, 1, 1),
                                Sex.OTHER,
                                ContactDetails.NONE,
                                new PostalAddress(address, city, state, zipCode),
                                new EmergencyContact(contact, contactPhone),
                                new Insurance(insurer, policy),
                                null)));

        assertThat(chart(okafor, patient).at("/patient/incomplete")).isEqualTo(JSON.readTree(incomplete));
    }

    @Test
    void allergiesAreShownAsRecorded() {
        var okafor = aProvider();
        var penicillin = allergy("Penicillin", AllergySeverity.LIFE_THREATENING, "Anaphylaxis.");
        var latex = allergy("Latex", AllergySeverity.MILD, null);
        var patient = walkIn(okafor.id()).withAllergies(List.of(penicillin, latex));
        var at = text(patients().add(okafor, patient));

        assertThat(chart(okafor, patient).get("allergies"))
                .isEqualTo(json("""
                        [{"id": "%s", "allergen": "Penicillin", "severity": "life_threatening",
                          "reaction": "Anaphylaxis.", "createdAt": "%s", "updatedAt": "%s"},
                         {"id": "%s", "allergen": "Latex", "severity": "mild",
                          "reaction": null, "createdAt": "%s", "updatedAt": "%s"}]
                        """.formatted(penicillin.id(), at, at, latex.id(), at, at)));
    }

    @Test
    void conditionsAreShownAsRecorded() {
        var okafor = aProvider();
        var diabetes = condition("Type 2 diabetes", LocalDate.of(1890, 1, 1), "HbA1c 7.1 %.");
        var asthma = condition("Asthma", null, null);
        var patient = walkIn(okafor.id()).withChronicConditions(List.of(diabetes, asthma));
        var at = text(patients().add(okafor, patient));

        assertThat(chart(okafor, patient).get("chronicConditions"))
                .isEqualTo(json("""
                        [{"id": "%s", "condition": "Type 2 diabetes", "diagnosedDate": "1890-01-01",
                          "notes": "HbA1c 7.1 %%.", "createdAt": "%s", "updatedAt": "%s"},
                         {"id": "%s", "condition": "Asthma", "diagnosedDate": null,
                          "notes": null, "createdAt": "%s", "updatedAt": "%s"}]
                        """.formatted(diabetes.id(), at, at, asthma.id(), at, at)));
    }

    @Test
    void aPatientWithoutAnythingHasEmptyLists() {
        var okafor = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));

        assertThat(List.of("allergies", "chronicConditions", "appointments"))
                .allSatisfy(list -> assertThat(chart(okafor, patient).get(list)).isEqualTo(JSON.createArrayNode()));
    }

    @Test
    void anAppointmentIsShownWithWhatWasAgreed() {
        var okafor = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));
        var appointment = new Appointment(
                appointmentId(),
                patient.id(),
                okafor.id(),
                new AppointmentDetails(
                        Instant.parse("2026-01-02T03:04:05.123456Z"), AppointmentType.SICK_VISIT, "Cough.", "By taxi."),
                AppointmentStatus.SCHEDULED,
                null);
        var added = appointments().add(okafor, appointment);
        var changed = appointments().replace(okafor, appointment.to(AppointmentStatus.CHECKED_IN), added);

        assertThat(chart(okafor, patient).at("/appointments/0")).isEqualTo(json("""
                        {"id": "%s", "patientId": "%s", "providerId": "%s",
                         "appointmentDate": "2026-01-02T03:04:05.123456Z", "appointmentType": "sick_visit",
                         "status": "checked_in", "reason": "Cough.", "notes": "By taxi.",
                         "vitalSigns": null, "record": null, "createdAt": "%s", "updatedAt": "%s"}
                        """.formatted(
                        appointment.id(), patient.id(), okafor.id(), text(added), text(changed))));
    }

    @Test
    void whatWasNotAgreedIsNull() {
        var okafor = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));
        var appointment = bareAppointment(patient.id(), okafor.id());
        var at = text(appointments().add(okafor, appointment));

        assertThat(chart(okafor, patient).at("/appointments/0"))
                .isEqualTo(json("""
                        {"id": "%s", "patientId": "%s", "providerId": "%s",
                         "appointmentDate": "2030-03-04T09:00:00.000000Z", "appointmentType": "telehealth",
                         "status": "scheduled", "reason": null, "notes": null,
                         "vitalSigns": null, "record": null, "createdAt": "%s", "updatedAt": "%s"}
                        """.formatted(appointment.id(), patient.id(), okafor.id(), at, at)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1900-01-01T00:00:00.000000Z",
                "2026-06-30T23:59:59.100000Z",
                "2026-12-31T12:00:00.000001Z",
                "2199-12-31T23:59:59.999999Z"
            })
    void everyInstantHasSixFractionDigits(String at) {
        var okafor = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));
        appointments().add(okafor, appointment(patient.id(), okafor.id(), Instant.parse(at)));

        assertThat(chart(okafor, patient).at("/appointments/0/appointmentDate").stringValue())
                .isEqualTo(at);
    }

    @Test
    void theNewestAppointmentComesFirst() {
        var okafor = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));
        var second = booked(okafor, patient, MONDAY_9AM);
        var fourth = booked(okafor, patient, Instant.parse("1999-12-31T23:59:59Z"));
        var first = booked(okafor, patient, Instant.parse("2031-01-01T00:00:00Z"));
        var third = appointment(patient.id(), okafor.id(), MONDAY_9AM.minusNanos(1000))
                .to(AppointmentStatus.CANCELLED);
        appointments().add(okafor, third);

        assertThat(chart(okafor, patient).get("appointments").valueStream())
                .extracting(appointment -> appointment.get("id").stringValue())
                .containsExactly(
                        first.id().toString(),
                        second.id().toString(),
                        third.id().toString(),
                        fourth.id().toString());
    }

    @Test
    void anAppointmentWithAColleagueIsInTheChart() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));
        appointments().add(okafor, appointment(patient.id(), lindqvist.id()));

        assertThat(chart(okafor, patient).at("/appointments/0/providerId").stringValue())
                .isEqualTo(lindqvist.id().toString());
    }

    @Test
    void everyMeasurementIsShown() {
        var okafor = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));
        var visit = booked(okafor, patient, MONDAY_9AM);
        var vitalSigns = vitalSigns(
                visit.id(),
                new Measurements(
                        new BloodPressure(128, 82),
                        96,
                        new BigDecimal("38.4"),
                        22,
                        95,
                        new BigDecimal("72.55"),
                        new BigDecimal("171.5")));
        var added = readings().add(okafor, vitalSigns).version();
        var changed = readings().replace(okafor, vitalSigns, added).version();

        assertThat(chart(okafor, patient).at("/appointments/0/vitalSigns"))
                .isEqualTo(json("""
                        {"id": "%s", "appointmentId": "%s", "bloodPressureSystolic": 128,
                         "bloodPressureDiastolic": 82, "heartRate": 96, "temperature": 38.4, "respiratoryRate": 22,
                         "oxygenSaturation": 95, "weight": 72.55, "height": 171.5, "bmi": 24.7,
                         "createdAt": "%s", "updatedAt": "%s"}
                        """.formatted(vitalSigns.id(), visit.id(), text(added), text(changed))));
    }

    @Test
    void whatWasNotMeasuredIsNull() {
        var okafor = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));
        var visit = booked(okafor, patient, MONDAY_9AM);
        var vitalSigns = vitalSigns(visit.id(), heartRate(61));
        var at = text(readings().add(okafor, vitalSigns).version());

        assertThat(chart(okafor, patient).at("/appointments/0/vitalSigns"))
                .isEqualTo(json("""
                        {"id": "%s", "appointmentId": "%s", "bloodPressureSystolic": null,
                         "bloodPressureDiastolic": null, "heartRate": 61, "temperature": null,
                         "respiratoryRate": null, "oxygenSaturation": null, "weight": null, "height": null,
                         "bmi": null, "createdAt": "%s", "updatedAt": "%s"}
                        """.formatted(vitalSigns.id(), visit.id(), at, at)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            72.50  | 171.5 | 24.6
            53.25  | 150.0 | 23.7
            0.20   | 260.0 | 0.0
            500.00 | 20.0  | 12500.0
            72.50  | -     | -
            -      | 171.5 | -
            """)
    void theBodyMassIndexIsTheDomains(
            @Nullable BigDecimal weight, @Nullable BigDecimal height, @Nullable BigDecimal index) {
        var okafor = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));
        var visit = booked(okafor, patient, MONDAY_9AM);
        readings().add(okafor, vitalSigns(visit.id(), new Measurements(null, 70, null, null, null, weight, height)));

        assertThat(chart(okafor, patient).at("/appointments/0/vitalSigns/bmi")).isEqualTo(json(String.valueOf(index)));
    }

    @Test
    void aRecordIsShownWithoutItsTranscript() {
        var okafor = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));
        var visit = booked(okafor, patient, MONDAY_9AM);
        var record = new MedicalRecord(
                recordId(),
                visit.id(),
                new SoapNote("Cough", "For weeks.", "Crackles.", "Pneumonia.", "Amoxicillin."),
                new AiScribe("[patient] 🫀!", "Three weeks."),
                List.of(),
                List.of());
        var added = records().add(okafor, record);
        var changed = records().replace(okafor, record, added);

        assertThat(chart(okafor, patient).at("/appointments/0/record"))
                .isEqualTo(json("""
                        {"id": "%s", "appointmentId": "%s", "chiefComplaint": "Cough", "subjective": "For weeks.",
                         "objective": "Crackles.", "assessment": "Pneumonia.", "plan": "Amoxicillin.",
                         "aiTranscriptLength": 12, "aiSummary": "Three weeks.", "symptoms": [], "prescriptions": [],
                         "signatures": [], "addenda": [], "provenance": [],
                         "createdAt": "%s", "updatedAt": "%s"}
                        """.formatted(record.id(), visit.id(), text(added), text(changed))));
    }

    @Test
    void aRecordIsShownWithItsTranscriptWhenThatIsAskedFor() {
        var okafor = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));
        var visit = booked(okafor, patient, MONDAY_9AM);
        var record = new MedicalRecord(
                recordId(),
                visit.id(),
                new SoapNote("Cough", "", "", "", ""),
                new AiScribe("[patient] 🫀!", null),
                List.of(),
                List.of());
        var at = text(records().add(okafor, record));

        assertThat(chartWithTranscripts(okafor, patient).at("/appointments/0/record"))
                .isEqualTo(json("""
                        {"id": "%s", "appointmentId": "%s", "chiefComplaint": "Cough", "subjective": "",
                         "objective": "", "assessment": "", "plan": "", "aiTranscript": "[patient] 🫀!",
                         "aiSummary": null, "symptoms": [], "prescriptions": [], "signatures": [], "addenda": [], "provenance": [],
                         "createdAt": "%s", "updatedAt": "%s"}
                        """.formatted(record.id(), visit.id(), at, at)));
    }

    @Test
    void aRecordIsShownWithItsSignaturesAndWhatWasAdded() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));
        var visit = booked(okafor, patient, MONDAY_9AM);
        appointments().add(okafor, appointment(patient.id(), lindqvist.id()));
        var record = medicalRecord(visit.id());
        records().add(okafor, record);
        signatures().add(okafor, signature(record, okafor));
        signatures().add(lindqvist, signature(record, lindqvist, Meaning.REVIEWER));
        addenda().add(okafor, addendum(record.id(), 1, okafor));
        addenda().add(okafor, addendum(record.id(), 2, okafor));

        var shown = chart(okafor, patient)
                .at("/appointments")
                .valueStream()
                .map(appointment -> appointment.get("record"))
                .filter(JsonNode::isObject)
                .findAny()
                .orElseThrow();
        assertThat(shown.get("signatures").valueStream())
                .containsExactlyInAnyOrder(json("""
                        {"providerId": "%s", "signer": "Amara Okafor", "meaning": "author",
                         "signedAt": "2026-01-02T03:04:05.678901Z"}
                        """.formatted(okafor.id())), json("""
                        {"providerId": "%s", "signer": "Amara Okafor", "meaning": "reviewer",
                         "signedAt": "2026-01-02T03:04:05.678901Z"}
                        """.formatted(lindqvist.id())));
        assertThat(shown.get("addenda").valueStream())
                .extracting(addendum -> addendum.get("number").intValue())
                .containsExactly(1, 2);
        assertThat(shown.at("/addenda/0")).isEqualTo(json("""
                        {"number": 1, "providerId": "%s", "signer": "Amara Okafor",
                         "text": "Ms. Gonzalez called: no fever since noon.", "signedAt": "2026-01-02T03:04:05.678901Z"}
                        """.formatted(okafor.id())));
    }

    @Test
    void aRecordIsShownWithWhereItsFactsComeFrom() {
        var okafor = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));
        var record = medicalRecord(booked(okafor, patient, MONDAY_9AM).id());
        records().add(okafor, record);
        var proposals = Stream.generate(() -> proposal(record, proposed().getFirst(), okafor))
                .limit(3)
                .toList();
        proposals().add(okafor, record.id(), proposals);
        var accepted = decided(proposals.get(0), Verdict.ACCEPTED, okafor);
        proposals().decide(okafor, accepted);
        proposals().decide(okafor, decided(proposals.get(1), Verdict.REJECTED, okafor));

        var fact = Objects.requireNonNull(accepted.decision()).fact();
        assertThat(chart(okafor, patient)
                        .at("/appointments/0/record/provenance")
                        .valueStream())
                .containsExactly(json("""
                        {"proposalId": "%s", "kind": "symptom", "factId": "%s", "decision": "accepted", "decidedBy": "%s",
                         "decidedAt": "2026-01-02T03:05:05.678901Z",
                         "content": {"symptom": {"name": "Cough", "severity": 7, "duration": "3 weeks", "notes": "Worse at night."}},
                         "edited": null, "engine": {"name": "Scribe", "version": "2026.1"},
                         "evidence": [{"start": %d, "end": %d, "quote": "This cough, doctor. It won’t go away."}],
                         "valueNotInEvidence": true}
                        """.formatted(
                                accepted.id(),
                                fact,
                                okafor.id(),
                                accepted.grounds().evidence().getFirst().start(),
                                accepted.grounds().evidence().getFirst().end())));
    }

    @Test
    void aRecordWithoutATranscriptHasNoLengthOfOne() {
        var okafor = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));
        records().add(okafor, bareRecord(booked(okafor, patient, MONDAY_9AM).id()));

        var record = chart(okafor, patient).at("/appointments/0/record");

        assertThat(record.get("aiTranscriptLength")).isEqualTo(JSON.nullNode());
    }

    @Test
    void aTranscriptThatDoesNotExistIsNullWhenItIsAskedFor() {
        var okafor = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));
        records().add(okafor, bareRecord(booked(okafor, patient, MONDAY_9AM).id()));

        var record = chartWithTranscripts(okafor, patient).at("/appointments/0/record");

        assertThat(record.get("aiTranscript")).isEqualTo(JSON.nullNode());
    }

    @Test
    void symptomsAreShownAsRecorded() {
        var okafor = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));
        var cough = symptom(new SymptomDetails("Cough", 7, "3 weeks", "At night.", true));
        var fatigue = fatigue();
        var visit = booked(okafor, patient, MONDAY_9AM);
        var bare = bareRecord(visit.id());
        var at = text(records()
                .add(
                        okafor,
                        new MedicalRecord(
                                bare.id(),
                                visit.id(),
                                bare.note(),
                                bare.scribe(),
                                List.of(cough, fatigue),
                                List.of())));

        assertThat(chart(okafor, patient).at("/appointments/0/record/symptoms"))
                .isEqualTo(json("""
                        [{"id": "%s", "name": "Cough", "severity": 7, "duration": "3 weeks", "notes": "At night.",
                          "aiGenerated": true, "createdAt": "%s", "updatedAt": "%s"},
                         {"id": "%s", "name": "Fatigue", "severity": null, "duration": null, "notes": null,
                          "aiGenerated": false, "createdAt": "%s", "updatedAt": "%s"}]
                        """.formatted(cough.id(), at, at, fatigue.id(), at, at)));
    }

    @Test
    void prescriptionsAreShownAsRecorded() {
        var okafor = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));
        var amoxicillin = prescription(new PrescriptionDetails(
                "Amoxicillin", "500 mg", "three times a day", "7 days", 21, 1, "Finish the pack.", true));
        var paracetamol = paracetamol();
        var visit = booked(okafor, patient, MONDAY_9AM);
        var bare = bareRecord(visit.id());
        var at = text(records()
                .add(
                        okafor,
                        new MedicalRecord(
                                bare.id(),
                                visit.id(),
                                bare.note(),
                                bare.scribe(),
                                List.of(),
                                List.of(amoxicillin, paracetamol))));

        assertThat(chart(okafor, patient).at("/appointments/0/record/prescriptions"))
                .isEqualTo(json("""
                        [{"id": "%s", "medication": "Amoxicillin", "dosage": "500 mg",
                          "frequency": "three times a day", "duration": "7 days", "quantity": 21, "refills": 1,
                          "instructions": "Finish the pack.", "aiGenerated": true,
                          "createdAt": "%s", "updatedAt": "%s"},
                         {"id": "%s", "medication": "Paracetamol", "dosage": "1 g", "frequency": "as needed",
                          "duration": "5 days", "quantity": null, "refills": 0, "instructions": null,
                          "aiGenerated": false, "createdAt": "%s", "updatedAt": "%s"}]
                        """.formatted(amoxicillin.id(), at, at, paracetamol.id(), at, at)));
    }

    @Test
    void everyVisitHasItsOwnRecordAndVitalSigns() {
        var okafor = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));
        var newer = booked(okafor, patient, MONDAY_9AM);
        var older = booked(okafor, patient, MONDAY_9AM.minusSeconds(86_400));
        for (var visit : List.of(older, newer)) {
            records().add(okafor, medicalRecord(visit.id()));
            readings().add(okafor, vitalSigns(visit.id()));
        }

        assertThat(chart(okafor, patient).get("appointments").valueStream())
                .extracting(
                        visit -> visit.at("/record/appointmentId").stringValue(),
                        visit -> visit.at("/vitalSigns/appointmentId").stringValue(),
                        visit -> visit.at("/record/symptoms").size(),
                        visit -> visit.at("/record/prescriptions").size())
                .containsExactly(
                        tuple(newer.id().toString(), newer.id().toString(), 3, 2),
                        tuple(older.id().toString(), older.id().toString(), 3, 2));
    }

    @Test
    void textsOfEveryScriptAreKeptToTheByte() {
        var okafor = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));
        var visit = booked(okafor, patient, MONDAY_9AM);
        records()
                .add(
                        okafor,
                        new MedicalRecord(
                                recordId(),
                                visit.id(),
                                new SoapNote(MANY_SCRIPTS, "", "", "", ""),
                                AiScribe.NONE,
                                List.of(),
                                List.of()));

        assertThat(chart(okafor, patient)
                        .at("/appointments/0/record/chiefComplaint")
                        .stringValue())
                .isEqualTo(MANY_SCRIPTS);
    }

    @Test
    void aChartHoldsNothingOfAnotherPatient() {
        var okafor = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));
        var another = registered(okafor, patient(okafor.id()));
        records().add(okafor, medicalRecord(booked(okafor, another, MONDAY_9AM).id()));

        assertThat(List.of("allergies", "chronicConditions", "appointments"))
                .allSatisfy(list -> assertThat(chart(okafor, patient).get(list)).isEqualTo(JSON.createArrayNode()));
    }

    @Test
    void anUnknownPatientHasNoChart() {
        var okafor = aProvider();

        assertThat(charts().find(okafor, patientId(), false)).isEmpty();
    }

    @Test
    void aStrangerIsNotShownTheChart() {
        var okafor = aProvider();
        var stranger = aProvider();
        var patient = registered(okafor, patient(okafor.id()));

        assertThat(charts().find(stranger, patient.id(), false)).isEmpty();
    }

    private Actor aProvider() {
        var provider = ProviderFixtures.provider();
        providers().add(provider);
        return Actor.onCommandLine(provider.id());
    }

    private Patient registered(Actor by, Patient patient) {
        patients().add(by, patient);
        return patient;
    }

    private Appointment booked(Actor by, Patient patient, Instant at) {
        var appointment = appointment(patient.id(), by.id(), at);
        appointments().add(by, appointment);
        return appointment;
    }

    private JsonNode chart(Actor by, Patient patient) {
        return JSON.readTree(
                charts().find(by, patient.id(), false).orElseThrow().json());
    }

    private JsonNode chartWithTranscripts(Actor by, Patient patient) {
        return JSON.readTree(charts().find(by, patient.id(), true).orElseThrow().json());
    }

    private static JsonNode json(String document) {
        return JSON.readTree(document);
    }

    private static String text(Version version) {
        return MICROSECONDS.format(version.at());
    }
}
