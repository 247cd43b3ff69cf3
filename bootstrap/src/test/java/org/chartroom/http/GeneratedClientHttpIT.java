package org.chartroom.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import client.ApiClient;
import client.ApiException;
import client.ApiResponse;
import client.api.AppointmentApi;
import client.api.PatientApi;
import client.api.ProviderApi;
import client.api.RecordApi;
import client.model.AllergyBody;
import client.model.AppointmentView;
import client.model.BookingBody;
import client.model.ChronicConditionBody;
import client.model.CredentialsBody;
import client.model.HoursBody;
import client.model.PasswordBody;
import client.model.PatientBody;
import client.model.PatientResponse;
import client.model.PrescriptionBody;
import client.model.ProviderBody;
import client.model.RecordBody;
import client.model.RefreshBody;
import client.model.RegistrationBody;
import client.model.RevisionBody;
import client.model.StatusBody;
import client.model.SymptomBody;
import client.model.TransferBody;
import client.model.VisitBody;
import client.model.VitalSignsBody;
import client.model.WeeklyBody;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.bootstrap.demo.DemoClinic;
import org.chartroom.bootstrap.demo.DemoSeed;
import org.junit.jupiter.api.Test;

/** The interface as others use it: through a client that a generator made of {@code docs/openapi.yaml}. */
class GeneratedClientHttpIT {

    private static final OffsetDateTime NINE = OffsetDateTime.parse("2033-03-01T09:00:00Z");

    private final Api me = Api.demo().asNewProvider();
    private final ApiClient client = client(me);
    private final PatientApi patients = new PatientApi(client);
    private final AppointmentApi appointments = new AppointmentApi(client);
    private final RecordApi records = new RecordApi(client);
    private final ProviderApi providers = new ProviderApi(client);

    @Test
    void somebodySignsInAndStaysSignedIn() throws ApiException {
        var anonymous = new ProviderApi(client(Api.demo().anonymous()));

        var tokens = anonymous.signIn(
                new CredentialsBody().email(DemoClinic.EMAIL.value()).password(DemoSeed.KNOWN_PASSWORD.value()));
        var renewed = anonymous.refresh(new RefreshBody().refreshToken(tokens.getRefreshToken()));

        assertThat(renewed.getAccessToken()).isNotEqualTo(tokens.getAccessToken());
        assertThat(renewed.getTokenType()).isEqualTo("Bearer");
    }

    @Test
    void somebodySignsOut() throws ApiException {
        providers.signOut();

        assertProblem(401, "unauthenticated", () -> providers.me(null));
    }

    @Test
    void somebodyChangesTheirAccountAndTheirPassword() throws ApiException {
        var mine = providers.meWithHttpInfo(null);
        var changed = providers.changeMe(
                new ProviderBody()
                        .email(mine.getData().getEmail())
                        .firstName("Nkechi")
                        .lastName("Okafor"),
                tag(mine));
        providers.changePassword(
                new PasswordBody().currentPassword(Api.PASSWORD).newPassword("another good one"));

        assertThat(changed.getFirstName()).isEqualTo("Nkechi");
        assertProblem(401, "unauthenticated", () -> providers.me(null));
    }

    @Test
    void aPatientIsRegisteredFoundChangedHandedOverAndNoLongerSeen() throws ApiException {
        var registered = register("Ada", "Okafor");
        var id = registered.getData().getId();
        var allergy = patients.recordAllergy(
                id,
                new AllergyBody().allergen("Latex").severity(AllergyBody.SeverityEnum.MILD),
                UUID.randomUUID().toString());
        patients.reviseAllergy(
                id,
                allergy.getId(),
                new AllergyBody().allergen("Latex").severity(AllergyBody.SeverityEnum.SEVERE),
                patientTag(id));
        var condition = patients.recordChronicCondition(id, new ChronicConditionBody().condition("Asthma"), null);
        patients.reviseChronicCondition(
                id, condition.getId(), new ChronicConditionBody().condition("Asthma, mild"), patientTag(id));

        var revised = patients.revisePatient(id, body("Ada", "Lind"), patientTag(id));

        assertThat(revised.getAllergies())
                .singleElement()
                .satisfies(shown -> assertThat(shown.getSeverity().getValue()).isEqualTo("severe"));
        assertThat(revised.getChronicConditions()).hasSize(1);
        assertThat(patients.patients("lind", null, null, null, null, null, null).getItems())
                .singleElement()
                .satisfies(line -> assertThat(line.getId()).isEqualTo(id));
        patients.withdrawAllergy(id, allergy.getId(), patientTag(id));
        patients.withdrawChronicCondition(id, condition.getId(), patientTag(id));
        assertThat(patients.patient(id, null).getAllergies()).isEmpty();
        assertThat(patients.accesses(id, null, null).getItems()).isNotEmpty();
        var lindqvist = UUID.fromString(Api.demo().asNewProvider().myId());
        patients.transfer(id, new TransferBody().providerId(lindqvist), patientTag(id));
        assertProblem(404, "not-found", () -> patients.patient(id, null));
    }

    @Test
    void anAppointmentIsFoundBookedMovedAndTakenBack() throws ApiException {
        var mine = appointments.hoursWithHttpInfo(null);
        appointments.changeHours(
                new HoursBody()
                        .weekly(List.of(new WeeklyBody()
                                .day(WeeklyBody.DayEnum.TUESDAY)
                                .from("08:00")
                                .to("12:00")))
                        .exceptions(List.of()),
                tag(mine));
        var patient = register("Ben", "Okafor").getData().getId();
        var free = appointments.slots(NINE.minusHours(12), NINE.plusHours(12), "sick_visit", null, null, null);
        assertThat(free.getItems()).isNotEmpty();

        var booked = appointments.bookWithHttpInfo(booking(patient, NINE), null);
        var id = booked.getData().getId();

        assertProblem(409, "double-booked", () -> appointments.book(booking(patient, NINE.plusMinutes(5)), null));
        assertThat(appointments
                        .appointments(null, null, List.of("scheduled"), patient, null, null)
                        .getItems())
                .extracting(AppointmentView::getId)
                .containsExactly(id);
        var moved = appointments.reviseAppointmentWithHttpInfo(
                id,
                new RevisionBody()
                        .appointmentDate(NINE.plusHours(1))
                        .appointmentType(RevisionBody.AppointmentTypeEnum.FOLLOW_UP),
                tag(booked));
        assertThat(moved.getData().getAppointmentDate()).isEqualTo(NINE.plusHours(1));
        assertThat(records.schedule(LocalDate.of(2033, 3, 1)).getItems()).hasSize(1);
        assertThat(appointments.appointment(id, null)).isEqualTo(moved.getData());
        assertProblem(412, "stale-version", () -> records.removeAppointment(id, tag(booked)));
        records.removeAppointment(id, tag(moved));
        assertProblem(404, "not-found", () -> appointments.appointment(id, null));
    }

    @Test
    void aVisitIsWrittenUpCorrectedAndErasedWithItsPatient() throws ApiException {
        var patient = register("Cleo", "Okafor").getData().getId();
        var visit = appointments.book(booking(patient, NINE), null).getId();
        for (var status : List.of(StatusBody.StatusEnum.CHECKED_IN, StatusBody.StatusEnum.IN_PROGRESS))
            appointments.changeStatus(visit, new StatusBody().status(status));
        var measured = records.measureWithHttpInfo(visit, new VitalSignsBody().heartRate(150), null, "*");
        assertThat(measured.getData().getFlags()).isNotEmpty();
        assertThat(records.vitalSigns(visit, null)).isEqualTo(measured.getData());
        records.discardVitalSigns(visit, tag(measured));

        var written = records.writeRecordWithHttpInfo(visit, record("Cough"), null, "*");
        var id = written.getData().getId();
        var symptom = records.addSymptom(id, new SymptomBody().name("Fever"), null);
        records.changeSymptom(
                id, symptom.getId(), new SymptomBody().name("Fever").severity(3), recordTag(id));
        records.removeSymptom(id, symptom.getId(), recordTag(id));
        var prescribed = records.prescribe(id, prescription("500 mg"), null);
        records.changePrescription(id, prescribed.getId(), prescription("1 g"), recordTag(id));
        records.removePrescription(id, prescribed.getId(), recordTag(id));
        records.reviseRecord(id, record("Cough and fever"), recordTag(id));

        assertThat(records.record(id, null).getChiefComplaint()).isEqualTo("Cough and fever");
        assertThat(records.recordOf(visit, null).getId()).isEqualTo(id);
        assertProblem(
                409, "already-exists", () -> records.recordVisit(visit, new VisitBody().record(record("Twice")), null));
        assertThat(records.chart(patient, true, null).getAppointments()).hasSize(1);
        var receipt = records.erase(patient, patientTag(patient), false);
        assertThat(receipt.getDeleted().getMedicalRecords()).isEqualTo(1);
    }

    @Test
    void aWholeVisitIsWrittenUpAtOnce() throws ApiException {
        var visit = appointments
                .book(booking(register("Dara", "Okafor").getData().getId(), NINE), null)
                .getId();
        appointments.changeStatus(visit, new StatusBody().status(StatusBody.StatusEnum.CHECKED_IN));
        appointments.changeStatus(visit, new StatusBody().status(StatusBody.StatusEnum.IN_PROGRESS));

        var written = records.recordVisit(
                visit, new VisitBody().record(record("Cough").addSymptomsItem(new SymptomBody().name("Fever"))), null);

        assertThat(written.getRecord().getSymptoms()).hasSize(1);
        assertThat(appointments.appointment(visit, null).getStatus()).isEqualTo(AppointmentView.StatusEnum.COMPLETED);
    }

    @Test
    void colleaguesAreFoundAndOnesOwnAccountIsRead() throws ApiException {
        var found = providers.providers("lindqvist", 100, null);

        assertThat(found.getItems()).isNotEmpty();
        assertThat(providers.me(null).getLastName()).isEqualTo("Lindqvist");
    }

    private ApiResponse<PatientResponse> register(String firstName, String lastName) throws ApiException {
        return patients.registerWithHttpInfo(
                new RegistrationBody()
                        .firstName(firstName)
                        .lastName(lastName)
                        .dateOfBirth(LocalDate.of(1980, 2, 29))
                        .sex(RegistrationBody.SexEnum.OTHER),
                UUID.randomUUID().toString());
    }

    private static PatientBody body(String firstName, String lastName) {
        return new PatientBody()
                .firstName(firstName)
                .lastName(lastName)
                .dateOfBirth(LocalDate.of(1980, 2, 29))
                .sex(PatientBody.SexEnum.OTHER);
    }

    private static BookingBody booking(UUID patient, OffsetDateTime at) {
        return new BookingBody()
                .patientId(patient)
                .appointmentDate(at)
                .appointmentType(BookingBody.AppointmentTypeEnum.SICK_VISIT);
    }

    private static RecordBody record(String chiefComplaint) {
        return new RecordBody()
                .chiefComplaint(chiefComplaint)
                .subjective("")
                .objective("")
                .assessment("")
                .plan("");
    }

    private static PrescriptionBody prescription(String dosage) {
        return new PrescriptionBody()
                .medication("Paracetamol")
                .dosage(dosage)
                .frequency("daily")
                .duration("3 days");
    }

    private String patientTag(UUID id) throws ApiException {
        return tag(patients.patientWithHttpInfo(id, null));
    }

    private String recordTag(UUID id) throws ApiException {
        return tag(records.recordWithHttpInfo(id, null));
    }

    private static String tag(ApiResponse<?> response) {
        return requireNonNull(response.getHeaders().get("etag")).getFirst();
    }

    private static void assertProblem(int status, String code, ThrowingCallable call) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(call)
                .satisfies(problem -> assertThat(problem.getCode()).isEqualTo(status))
                .satisfies(problem -> assertThat(problem.getResponseBody()).contains("\"code\":\"" + code + "\""));
    }

    private static ApiClient client(Api as) {
        var client = new ApiClient();
        client.updateBaseUri("http://127.0.0.1:" + as.port());
        client.setRequestInterceptor(as::sign);
        return client;
    }
}
