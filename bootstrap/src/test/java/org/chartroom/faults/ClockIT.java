package org.chartroom.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicReference;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.http.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;

/** A clock that somebody sets, or that is changed twice a year. */
class ClockIT {

    private static final String FAULT = "clock jumps";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String DATABASE = "faults_clock";

    /** How much the application's clock is ahead of this machine's. */
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    private static final Clock CLOCK = ((InstantSource) () -> Instant.now().plus(AHEAD.get())).withZone(BERLIN);

    private static final Api API = Api.with(
            context -> ((GenericApplicationContext) context)
                    .registerBean("clockThatJumps", Clock.class, () -> CLOCK, bean -> bean.setPrimary(true)),
            TestServer.database(DATABASE));

    @BeforeEach
    void itIsRight() {
        AHEAD.set(Duration.ZERO);
    }

    @AfterAll
    static void stop() {
        API.stop();
    }

    @Test
    void aSessionEndsWhenTheClockJumpsPastItsLimit() {
        var okafor = API.asNewProvider();

        AHEAD.set(Duration.ofHours(1));

        assertThat(okafor.get("/api/me").status()).isEqualTo(401);
        assertThat(API.asNewProvider().get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void aSessionEndsWhenTheClockIsPutBackSinceItWouldOutliveItsLimit() {
        var okafor = API.asNewProvider();

        AHEAD.set(Duration.ofHours(-1));

        assertThat(okafor.get("/api/me").status()).isEqualTo(401);
        assertThat(API.asNewProvider().get("/api/me").status()).isEqualTo(200);
        Figures.tell(FAULT, "an hour forward, an hour back: sessions of before are ended, new ones begin");
    }

    @Test
    void aSessionSurvivesWhatClocksOfTwoNodesMayDiffer() {
        var okafor = API.asNewProvider();

        AHEAD.set(Duration.ofMinutes(-4));

        assertThat(okafor.get("/api/me").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void whatHappensKeepsItsOrderWhicheverWayTheClockJumps(int hours) {
        var okafor = API.asNewProvider();
        var patient = okafor.newPatient();
        var path = "/api/patients/" + patient;
        var first = okafor.get(path).header("ETag");
        AHEAD.set(Duration.ofHours(hours));
        var colleague = okafor.get(path).status() == 200 ? okafor : API.asNewProvider();

        AHEAD.set(Duration.ZERO);
        var second = okafor.put(path, first, Api.minimalPatient()).header("ETag");
        var stale = okafor.put(path, first, Api.minimalPatient());

        assertThat(colleague).isNotNull();
        assertThat(second).isNotEqualTo(first);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(TestServer.admin(DATABASE)
                        .sql("""
                        select count(*)
                          from (select id, recorded_at, lag(recorded_at) over (order by id) as before
                                  from audit.event
                                 where patient_id = :patient::uuid) e
                         where before > recorded_at
                        """)
                        .param("patient", patient)
                        .query(Long.class)
                        .single())
                .as("events whose number is higher and whose time is earlier")
                .isZero();
        assertThat(okafor.get(path + "/versions").json().path("items"))
                .as("versions, the newest first")
                .hasSize(2);
    }

    /** In the day that is an hour shorter, in the one that is longer, and in the one that there is every four years. */
    @ParameterizedTest
    @CsvSource({"2027-03-28, 23", "2027-10-31, 25", "2028-02-29, 24", "2027-03-01, 24"})
    void aDaysScheduleHasWhateverIsBookedFromItsFirstMomentToItsLast(String day, int hours) {
        var okafor = API.asNewProvider();
        var patient = okafor.newPatient();
        var begin = ZonedDateTime.parse(day + "T00:00:00+01:00[Europe/Berlin]");
        if (begin.getOffset().getTotalSeconds() != 3600)
            begin = begin.toLocalDate().atStartOfDay(BERLIN);
        var end = begin.toLocalDate().plusDays(1).atStartOfDay(BERLIN);
        for (var time = begin.minusHours(1); time.isBefore(end.plusHours(1)); time = time.plusHours(1))
            assertThat(okafor.post(
                                    "/api/appointments",
                                    Api.booking(patient)
                                            .put(
                                                    "appointmentDate",
                                                    time.toInstant().toString()))
                            .status())
                    .isEqualTo(201);

        var schedule = okafor.get("/api/schedule?date=" + day).json();

        assertThat(schedule.path("items").size()).isEqualTo(hours);
        Figures.tell(FAULT, "%s: %d hours, each in the day's schedule once".formatted(day, hours));
    }
}
