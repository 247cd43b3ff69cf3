package org.chartroom.record.persistence;

import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.integer;
import static org.chartroom.jdbc.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.PrescriptionId;
import org.chartroom.record.SymptomId;
import org.chartroom.record.application.Chart;
import org.chartroom.record.application.MedicalRecordView;
import org.chartroom.record.application.MedicalRecordView.PrescriptionView;
import org.chartroom.record.application.MedicalRecordView.SymptomView;
import org.chartroom.record.application.out.Charts;
import org.chartroom.record.domain.AiScribe;
import org.chartroom.record.domain.PrescriptionDetails;
import org.chartroom.record.domain.SoapNote;
import org.chartroom.record.domain.SymptomDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCharts implements Charts {

    private final ActorJdbc jdbc;

    JdbcCharts(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Chart> find(Actor by, PatientId patient, boolean transcripts) {
        return jdbc.lastAs(by.id().value())
                .sql(ChartStatements.CHART)
                .param("patient", patient.value())
                .param("actor", by.id().value())
                .param("transcripts", transcripts)
                .query((row, _) -> new Chart(row.getString("chart")))
                .optional();
    }

    @Override
    public Optional<MedicalRecordView> findRecord(Actor by, MedicalRecordId id) {
        return findRecord(by, id.value(), null);
    }

    @Override
    public Optional<MedicalRecordView> findRecord(Actor by, AppointmentId appointment) {
        return findRecord(by, null, appointment.value());
    }

    private Optional<MedicalRecordView> findRecord(Actor by, @Nullable UUID id, @Nullable UUID appointment) {
        return jdbc.as(by.id().value())
                .sql(ChartStatements.RECORD)
                // a null has a type, see PatientPages
                .param("id", id, Types.VARCHAR)
                .param("appointment", appointment, Types.VARCHAR)
                .param("actor", by.id().value())
                .query(JdbcCharts::record);
    }

    static Optional<MedicalRecordView> record(ResultSet rows) throws SQLException {
        if (!rows.next()) return Optional.empty();
        var id = new MedicalRecordId(uuid(rows, "id"));
        var appointment = new AppointmentId(uuid(rows, "appointment_id"));
        var patient = new PatientId(uuid(rows, "patient_id"));
        var note = new SoapNote(
                rows.getString("chief_complaint"),
                rows.getString("subjective"),
                rows.getString("objective"),
                rows.getString("assessment"),
                rows.getString("plan"));
        var scribe = new AiScribe(rows.getString("ai_transcript"), rows.getString("ai_summary"));
        var createdAt = instant(rows, "created_at");
        var updatedAt = instant(rows, "updated_at");
        var symptoms = new ArrayList<SymptomView>();
        var prescriptions = new ArrayList<PrescriptionView>();
        do {
            switch (rows.getString("kind")) {
                case "symptom" -> symptoms.add(symptom(rows));
                case "prescription" -> prescriptions.add(prescription(rows));
                case null, default -> {} // a record without either
            }
        } while (rows.next());
        return Optional.of(new MedicalRecordView(
                id, appointment, patient, note, scribe, symptoms, prescriptions, createdAt, updatedAt));
    }

    private static SymptomView symptom(ResultSet row) throws SQLException {
        return new SymptomView(
                new SymptomId(uuid(row, "child_id")),
                new SymptomDetails(
                        row.getString("name"),
                        integer(row, "severity"),
                        row.getString("duration"),
                        row.getString("remark"),
                        row.getBoolean("ai_generated")),
                instant(row, "child_created_at"),
                instant(row, "child_updated_at"));
    }

    private static PrescriptionView prescription(ResultSet row) throws SQLException {
        return new PrescriptionView(
                new PrescriptionId(uuid(row, "child_id")),
                new PrescriptionDetails(
                        row.getString("name"),
                        row.getString("dosage"),
                        row.getString("frequency"),
                        row.getString("duration"),
                        integer(row, "quantity"),
                        row.getInt("refills"),
                        row.getString("remark"),
                        row.getBoolean("ai_generated")),
                instant(row, "child_created_at"),
                instant(row, "child_updated_at"));
    }
}
