package org.chartroom.appointment.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.appointment.domain.WorkingHoursFixtures.daily;
import static org.chartroom.provider.domain.ProviderFixtures.provider;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.chartroom.appointment.application.out.HoursOfWork;
import org.chartroom.appointment.domain.AppointmentRefusal;
import org.chartroom.jdbc.Store;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HoursAtOnceIT {

    @AutoClose
    private static final Store STORE = Store.ofItsOwn();

    private final HoursOfWork hoursOfWork = STORE.port(HoursOfWork.class);

    @RepeatedTest(5)
    void ofManyChangesFromOneVersionOneIsMade() throws Exception {
        var provider = provider();
        STORE.port(Providers.class).add(provider);
        var okafor = Actor.onCommandLine(provider.id());

        for (var turn : List.of("the very first change", "a later one")) {
            var seen = hoursOfWork.get(okafor).version();
            var changes = IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(hour -> () -> {
                        try {
                            hoursOfWork.replace(okafor, daily("0%d:00-0%1$d:30".formatted(hour)), seen);
                            return hour;
                        } catch (AppointmentRefusal refused) {
                            assertThat(refused.code()).isEqualTo("stale-version");
                            return -1;
                        }
                    })
                    .toList();

            try (var tabs = Executors.newFixedThreadPool(4)) {
                var made = tabs.invokeAll(changes).stream()
                        .map(Future::resultNow)
                        .filter(hour -> hour >= 0)
                        .toList();

                assertThat(made).as(turn).hasSize(1);
                assertThat(hoursOfWork.get(okafor).value())
                        .isEqualTo(daily("0%d:00-0%1$d:30".formatted(made.getFirst())));
            }
        }
    }
}
