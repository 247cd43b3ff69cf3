package org.chartroom.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.http.Api;
import org.chartroom.http.Api.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first, the second, … the last call to the database fails, in each way in which one can that is nobody's mistake. */
class FailingCallIT {

    private static final String DATABASE = "faults_failing_call";

    /**
     * A lock not to be had, connection lost, disk full, cancelled, deadlock, no serial order, a server that only reads, one that
     * is being stopped, one that has no place.
     */
    private static final List<String> STATES =
            List.of("55P03", "08006", "53100", "57014", "40P01", "40001", "25006", "57P01", "53300");

    private static final FailingCalls CALLS = new FailingCalls();
    private static final Api API = start();
    private static final JdbcClient SUPERUSER = TestServer.admin(DATABASE);
    private static final String COUNTS = counts();

    private static Api start() {
        return Api.with(
                        context -> context.getBeanFactory().addBeanPostProcessor(CALLS),
                        TestServer.database(DATABASE),
                        "--chartroom.sign-in.throttle.per-address=100000")
                .asNewProvider();
    }

    @AfterAll
    static void stop() {
        API.stop();
    }

    @ParameterizedTest
    @FieldSource("USE_CASES")
    void whicheverCallFailsNothingOfTheRequestIsDoneAndTheNextTrySucceeds(UseCase useCase) throws Exception {
        var pool = API.bean(DataSource.class).unwrap(HikariDataSource.class);
        var failures = 0;
        var calls = 0;
        for (var state : STATES.subList(0, Figures.times(1, STATES.size()))) {
            for (var call = 1; ; call++) {
                var place = useCase.prepare().get();
                var before = rows();
                CALLS.failAt(call, state);
                var answer = useCase.ask().apply(place);
                if (CALLS.disarm()) {
                    assertThat(answer.status() / 100).as(answer.body()).isEqualTo(2);
                    break;
                }
                calls = Math.max(calls, call);
                var afterwards = rows();
                if (answer.status() / 100 == 2) continue; // what failed was done again, or need not be done

                failures++;
                assertThat(answer.status())
                        .as("%s at call %d: %s", state, call, answer.body())
                        .isEqualTo(503);
                assertThat(answer.header("Retry-After")).isNotEmpty();
                assertThat(afterwards).as("%s at call %d", state, call).isEqualTo(before);
                assertThat(useCase.ask().apply(place).status() / 100).isEqualTo(2);
            }
        }
        assertThat(calls).as("calls that failed").isGreaterThanOrEqualTo(useCase.atLeast());
        assertThat(failures).as("answers that say so").isGreaterThanOrEqualTo(useCase.atLeast());
        await().untilAsserted(() ->
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero());
        Figures.tell(
                "the n-th JDBC call fails",
                "%s: %d calls, %d SQL states, %d answers 503: 0 half rows, 0 without their event"
                        .formatted(useCase.name(), calls, Figures.times(1, STATES.size()), failures));
    }

    @Test
    void whatIsDoneWouldBeSeen() {
        var before = rows();
        API.newPatient();

        var after = rows();

        assertThat(after.get("clinic.patient")).isEqualTo(before.getOrDefault("clinic.patient", 0L) + 1);
        assertThat(after.get("audit.event")).isGreaterThan(before.get("audit.event"));
    }

    /** How many rows each table has, but for those in which a session is seen to be in use, or a try is counted. */
    private static Map<String, Long> rows() {
        var counts = new HashMap<String, Long>();
        SUPERUSER.sql(COUNTS).query(row -> {
            counts.put(row.getString("name"), row.getLong("rows"));
        });
        return counts;
    }

    private static String counts() {
        return SUPERUSER.sql("""
                        select format('select %L as name, count(*) as rows from %s', c.oid::regclass, c.oid::regclass)
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                         where n.nspowner = to_regrole('chartroom_owner')
                           and c.relkind = 'r'
                           and n.nspname not in ('access', 'flyway')
                           and c.oid <> 'audit.seal'::regclass
                        """).query(String.class).list().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(" union all "));
    }

    /**
     * Something that a client does.
     *
     * @param atLeast calls that it makes
     * @param prepare what has to be there first
     */
    record UseCase(String name, int atLeast, Supplier<Place> prepare, Function<Place, Answer> ask) {

        /** Finds out who asks along with what they ask for, and is written down with it. */
        static UseCase read(String name, Supplier<Place> prepare) {
            return new UseCase(name, 1, prepare, place -> API.get(place.path()));
        }

        static UseCase write(String name, Supplier<Place> prepare, Function<Place, Answer> ask) {
            return new UseCase(name, 3, prepare, ask);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    record Place(String path, String version) {

        static Place at(String path) {
            return new Place(path, "");
        }

        static Place ofNewPatient() {
            var patient = API.post("/api/patients", Api.minimalPatient());
            return new Place("/api/patients/" + patient.id(), patient.header("ETag"));
        }
    }

    static final List<UseCase> USE_CASES = List.of(
            UseCase.write(
                    "register a patient",
                    () -> Place.at("/api/patients"),
                    place -> API.post(place.path(), Api.minimalPatient())),
            UseCase.write(
                    "register one under a key",
                    () -> Place.at("/api/patients"),
                    place -> API.send(API.request(place.path())
                            .POST(BodyPublishers.ofString(Api.minimalPatient().toString()))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", UUID.randomUUID().toString()))),
            UseCase.write(
                    "change a patient",
                    Place::ofNewPatient,
                    place -> API.put(place.path(), place.version(), Api.minimalPatient())),
            UseCase.write("erase a patient", Place::ofNewPatient, place -> API.delete(place.path(), place.version())),
            UseCase.write(
                    "book an appointment",
                    () -> Place.at(API.newPatient()),
                    place -> API.post("/api/appointments", Api.booking(place.path()))),
            UseCase.write(
                    "change a status",
                    () -> Place.at("/api/appointments/" + API.newAppointment(API.newPatient()) + "/status"),
                    place -> API.put(place.path(), "{\"status\": \"checked_in\"}")),
            UseCase.write(
                    "write a visit up",
                    () -> Place.at("/api/appointments/" + API.newAppointment(API.newPatient()) + "/visit"),
                    place -> API.post(place.path(), """
                            {"record": {"chiefComplaint": "Cough", "subjective": "", "objective": "", "assessment": "",
                                        "plan": "", "symptoms": [{"name": "Cough"}], "prescriptions": []},
                             "vitalSigns": {"heartRate": 72}}""")),
            UseCase.write(
                    "keep a draft",
                    () -> Place.at("/api/appointments/" + API.newVisit(API.newPatient()) + "/draft"),
                    place -> API.put(place.path(), "{\"plan\": \"Rest\"}")),
            UseCase.read("read a chart", () -> Place.at("/api/patients/" + API.newPatient() + "/chart")),
            UseCase.read("list patients", () -> Place.at("/api/patients?limit=5")),
            UseCase.read("read the schedule", () -> Place.at("/api/schedule")));
}
