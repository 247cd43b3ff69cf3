package org.chartroom.appointment.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.chartroom.appointment.domain.WorkingHoursFixtures.daily;
import static org.chartroom.appointment.domain.WorkingHoursFixtures.exception;
import static org.chartroom.appointment.domain.WorkingHoursFixtures.manifold;
import static org.chartroom.appointment.domain.WorkingHoursFixtures.with;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.provider;
import static org.chartroom.provider.domain.ProviderFixtures.providerId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chartroom.appointment.domain.AppointmentRefusal;
import org.chartroom.appointment.domain.HoursException;
import org.chartroom.appointment.domain.Stretch;
import org.chartroom.appointment.domain.TimeOfDay;
import org.chartroom.appointment.domain.WorkingHours;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Version;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Accounts;
import org.chartroom.provider.application.out.Providers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link HoursOfWork} must do; run by the in-memory and the PostgreSQL implementation alike. The store need not
 * be empty; each call is a transaction of its own.
 */
public abstract class HoursOfWorkContract {

    private Actor okafor = DR_OKAFOR;

    protected abstract Providers providers();

    protected abstract Accounts accounts();

    protected abstract HoursOfWork hoursOfWork();

    @BeforeEach
    void aProviderWorksAtTheClinic() {
        okafor = aProvider();
    }

    @Test
    void whoHasSaidNothingHasNoHoursInAVersionOfItsOwn() {
        var before = hoursOfWork().get(okafor);

        assertThat(before.value()).isEqualTo(WorkingHours.NONE);
        assertThat(hoursOfWork().get(okafor)).isEqualTo(before);
    }

    @Test
    void hoursThatWereSetAreFoundAgain() {
        var version = replace(manifold());

        assertThat(hoursOfWork().get(okafor).value()).isEqualTo(manifold());
        assertThat(hoursOfWork().get(okafor).version()).isEqualTo(version);
    }

    @Test
    void hoursAreReplacedAsAWhole() {
        replace(manifold());

        replace(with(daily("09:00-10:00"), exception("2031-05-01")));

        assertThat(hoursOfWork().get(okafor).value()).isEqualTo(with(daily("09:00-10:00"), exception("2031-05-01")));
    }

    @Test
    void hoursCanBeTakenBack() {
        replace(manifold());

        replace(WorkingHours.NONE);

        assertThat(hoursOfWork().get(okafor).value()).isEqualTo(WorkingHours.NONE);
    }

    @Test
    void everyReplacementMovesTheVersionOn() {
        var first = hoursOfWork().get(okafor).version();
        var second = replace(manifold());
        var third = replace(manifold());

        assertThat(List.of(first.at(), second.at(), third.at())).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void ofTwoFirstChangesTheSecondIsRefused() {
        var seen = hoursOfWork().get(okafor).version();
        var current = hoursOfWork().replace(okafor, daily("08:00-12:00"), seen);

        assertThatExceptionOfType(AppointmentRefusal.class)
                .isThrownBy(() -> hoursOfWork().replace(okafor, daily("13:00-17:00"), seen))
                .returns("stale-version", Refusal::code)
                .returns(Map.of("providerId", okafor.id(), "current", current), Refusal::facts);
        assertThat(hoursOfWork().get(okafor).value()).isEqualTo(daily("08:00-12:00"));
    }

    @Test
    void aChangeFromAnOldVersionIsRefusedAndChangesNothing() {
        var seen = replace(manifold());
        var current = replace(daily("08:00-12:00"));

        assertThatExceptionOfType(AppointmentRefusal.class)
                .isThrownBy(() -> hoursOfWork().replace(okafor, manifold(), seen))
                .returns(Map.of("providerId", okafor.id(), "current", current), Refusal::facts);
        assertThat(hoursOfWork().get(okafor).value()).isEqualTo(daily("08:00-12:00"));
    }

    @Test
    void aVersionThatNeverWasIsOld() {
        assertThatExceptionOfType(AppointmentRefusal.class)
                .isThrownBy(() -> hoursOfWork().replace(okafor, manifold(), new Version(Instant.EPOCH)))
                .returns("stale-version", Refusal::code);
    }

    @Test
    void aColleaguesHoursAreSeenAndNotChanged() {
        var lindqvist = aProvider();
        replace(manifold());

        hoursOfWork()
                .replace(
                        lindqvist,
                        daily("08:00-12:00"),
                        hoursOfWork().get(lindqvist).version());

        assertThat(hoursOfWork().find(lindqvist, okafor.id()).orElseThrow().value())
                .isEqualTo(manifold());
    }

    @Test
    void hoursOfAStrangerAreNotFound() {
        assertThat(hoursOfWork().find(okafor, providerId())).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> hoursOfWork().get(Actor.onCommandLine(providerId())));
    }

    @Test
    void whoseAccountIsClosedHasNoHours() {
        var lindqvist = aProvider();

        accounts().disable(lindqvist.id(), Instant.parse("2030-03-04T08:00:00Z"));

        assertThat(hoursOfWork().find(okafor, lindqvist.id())).isEmpty();
    }

    @Test
    void asMuchAsMayBeSaidIsKept() {
        var stretches = IntStream.range(0, 24)
                .mapToObj(hour -> new Stretch(new TimeOfDay(hour * 60), new TimeOfDay(hour * 60 + 60)))
                .toList();
        var hours = new WorkingHours(
                daily("00:00-01:00", "01:00-02:00", "02:00-03:00", "03:00-04:00", "04:00-05:00", "23:59-24:00")
                        .weekly(),
                IntStream.range(0, 200)
                        .mapToObj(i ->
                                new HoursException(LocalDate.of(2028, 2, 29).plusDays(i), stretches))
                        .toList());

        replace(hours);

        assertThat(hoursOfWork().get(okafor).value()).isEqualTo(hours);
    }

    private Version replace(WorkingHours hours) {
        return hoursOfWork().replace(okafor, hours, hoursOfWork().get(okafor).version());
    }

    private Actor aProvider() {
        var provider = provider();
        providers().add(provider);
        return Actor.onCommandLine(provider.id());
    }
}
