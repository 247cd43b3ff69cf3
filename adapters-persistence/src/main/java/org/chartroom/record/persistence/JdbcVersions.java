package org.chartroom.record.persistence;

import static org.chartroom.jdbc.Columns.constant;
import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.optionalUuid;
import static org.chartroom.jdbc.Columns.timestamptz;
import static org.chartroom.jdbc.Columns.uuid;
import static org.chartroom.record.persistence.ChartStatements.CHART_AS_OF;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chartroom.audit.Action;
import org.chartroom.audit.Reference;
import org.chartroom.audit.Reference.Kind;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.kernel.Page;
import org.chartroom.kernel.PersonName;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.provider.Origin;
import org.chartroom.provider.ProviderId;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.Chart;
import org.chartroom.record.application.MedicalRecordView;
import org.chartroom.record.application.RecordVersion;
import org.chartroom.record.application.Snapshot;
import org.chartroom.record.application.VersionView;
import org.chartroom.record.application.out.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * A version of an aggregate is whatever one transaction changed of its root and the rows below. What there was then is
 * cut out of the chart as it was then, so that both are told alike.
 */
@Repository
class JdbcVersions implements Versions {

    /** Parameters: the aggregate's root, its tables with the root's first, the actor, and from where to where. */
    static final String VERSIONS = """
            select v.number, v.recorded_at, v.patient_id, v.id, v.provider_id, v.request_id, p.first_name, p.last_name,
                   case when v.deleted then 'delete'
                        when coalesce(v.deleted_before, true) then 'create'
                        else 'update' end as action
              from (select row_number() over (order by h.change) as number, h.recorded_at, h.patient_id, h.provider_id, h.request_id,
                           coalesce((array_agg(h.id) filter (where h.kind = (:kinds::text[])[1]))[1], h.root_id) as id,
                           coalesce(bool_or(h.state is null) filter (where h.kind = (:kinds::text[])[1]), false) as deleted,
                           lag(coalesce(bool_or(h.state is null) filter (where h.kind = (:kinds::text[])[1]), false))
                               over (order by h.change) as deleted_before
                      from history.row_version h
                      join access.care_team    t on t.patient_id = h.patient_id and t.provider_id = :actor
                     where h.root_id = :root
                       and h.kind = any (:kinds::text[])
                     group by h.change, h.recorded_at, h.root_id, h.patient_id, h.provider_id, h.request_id) v
              left join clinic.provider p on p.id = v.provider_id
             where v.number between :first and :last
             order by v.number desc
             limit :limit
            """;

    private static final String PATIENT =
            "select (known.chart::jsonb - 'appointments')::text as content from (" + CHART_AS_OF + ") known";

    private static final String EACH_VISIT = " from (" + CHART_AS_OF + ") known"
            + " cross join lateral json_array_elements(known.chart -> 'appointments') a (json)";

    private static final String APPOINTMENT = "select (a.json::jsonb - 'vitalSigns' - 'record')::text as content"
            + EACH_VISIT + " where a.json ->> 'id' = :root::text";

    private static final String VITAL_SIGNS =
            "select (a.json -> 'vitalSigns')::text as content" + EACH_VISIT + " where a.json ->> 'id' = :root::text";

    private static final String MEDICAL_RECORD =
            "select ((a.json -> 'record')::jsonb - 'signatures' - 'addenda' - 'provenance')::text as content"
                    + EACH_VISIT + " where a.json -> 'record' ->> 'id' = :root::text";

    private final ActorJdbc jdbc;

    JdbcVersions(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page<VersionView, Integer> page(Actor by, Reference of, int limit, @Nullable Integer before) {
        var last = before == null ? Integer.MAX_VALUE : before - 1;
        return Page.of(versions(by, of, 1, last, limit + 1), limit, VersionView::number);
    }

    @Override
    public Optional<Snapshot> find(Actor by, Reference of, int number) {
        return version(by, of, number)
                .map(version ->
                        new Snapshot(version, version.action() == Action.DELETE ? null : content(by, of, version)));
    }

    @Override
    public Optional<RecordVersion> findRecord(Actor by, MedicalRecordId id, int number) {
        return version(by, new Reference(Kind.MEDICAL_RECORD, id.value()), number)
                .map(version -> new RecordVersion(
                        version,
                        record(by, id, version).map(MedicalRecordView::record).orElse(null)));
    }

    private Optional<MedicalRecordView> record(Actor by, MedicalRecordId id, VersionView version) {
        return jdbc.as(by.id().value())
                .sql(ChartStatements.RECORD_AS_OF)
                .param("patient", version.patientId().value())
                .param("asOf", timestamptz(version.recordedAt()))
                .param("actor", by.id().value())
                .param("id", id.value())
                .param("appointment", null)
                .query(JdbcCharts::record);
    }

    @Override
    public Optional<Chart> findChart(Actor by, PatientId patient, Instant asOf, boolean transcripts) {
        return jdbc.lastAs(by.id().value())
                .sql(CHART_AS_OF)
                .param("patient", patient.value())
                .param("asOf", timestamptz(asOf))
                .param("actor", by.id().value())
                .param("transcripts", transcripts)
                .query((row, _) -> new Chart(row.getString("chart")))
                .optional();
    }

    private Optional<VersionView> version(Actor by, Reference of, int number) {
        return versions(by, of, number, number, 1).stream().findFirst();
    }

    private List<VersionView> versions(Actor by, Reference of, int first, int last, int limit) {
        return jdbc.as(by.id().value())
                .sql(VERSIONS)
                .param("root", of.id())
                .param("kinds", tables(of.kind()))
                .param("actor", by.id().value())
                .param("first", first)
                .param("last", last)
                .param("limit", limit)
                .query((row, _) -> version(of.kind(), row))
                .list();
    }

    private String content(Actor by, Reference of, VersionView version) {
        return jdbc.as(by.id().value())
                .sql(content(of.kind()))
                .param("patient", version.patientId().value())
                .param("asOf", timestamptz(version.recordedAt()))
                .param("actor", by.id().value())
                .param("transcripts", true)
                .param("root", of.id())
                .query(String.class)
                .single();
    }

    private static String content(Kind of) {
        return switch (of) {
            case PATIENT -> PATIENT;
            case APPOINTMENT -> APPOINTMENT;
            case VITAL_SIGNS -> VITAL_SIGNS;
            case MEDICAL_RECORD -> MEDICAL_RECORD;
            default -> throw new IllegalArgumentException(of + " has no versions");
        };
    }

    private static String[] tables(Kind of) {
        return switch (of) {
            case PATIENT -> new String[] {"patient", "allergy", "chronic_condition"};
            case APPOINTMENT -> new String[] {"appointment"};
            case VITAL_SIGNS -> new String[] {"vital_signs"};
            case MEDICAL_RECORD -> new String[] {"medical_record", "symptom", "prescription"};
            default -> throw new IllegalArgumentException(of + " has no versions");
        };
    }

    private static VersionView version(Kind of, ResultSet row) throws SQLException {
        var provider = optionalUuid(row, "provider_id");
        var lastName = row.getString("last_name");
        return new VersionView(
                new PatientId(uuid(row, "patient_id")),
                new Reference(of, uuid(row, "id")),
                row.getInt("number"),
                instant(row, "recorded_at"),
                constant(row, "action", Action.class),
                provider == null ? null : new ProviderId(provider),
                lastName == null ? null : new PersonName(row.getString("first_name"), lastName),
                new Origin(optionalUuid(row, "request_id"), null, null));
    }
}
