package org.chartroom.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.audit.domain.AuditFixtures.bareEvent;
import static org.chartroom.audit.domain.AuditFixtures.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chartroom.Records;
import org.junit.jupiter.api.Test;

class StoredEventTest {

    /** Whoever changes the canonical form breaks every trail that was sealed before: these two are for ever. */
    @Test
    void anEventIsWrittenDownInOneWay() {
        assertThat(event(17).canonical())
                .isEqualTo(String.join(
                        "\t",
                        "17",
                        "2030-03-04T08:00:17.000001Z",
                        "read",
                        "chart",
                        "00000000-0000-0001-0000-000000000011",
                        "00000000-0000-0001-0000-000000000011",
                        "00000000-0000-0002-0000-000000000007",
                        "00000000-0000-0003-0000-000000000011",
                        "00000000-0000-0004-0000-000000000011",
                        "203.0.113.7",
                        "success"));
        assertThat(bareEvent(1).canonical())
                .isEqualTo("1\t2030-03-04T08:00:01.000001Z\tcreate\tsession\t\t\t\t\t\t\tunauthenticated");
    }

    @Test
    void aDigestIsTheSha256OfThat() {
        assertThat(bareEvent(1).digest())
                .hasToString("d196cb4d91ce6952a8638674a226611f54ca54dcb1ed892dfbb9dce727c63075");
    }

    @Test
    void everyComponentIsInTheDigest() {
        var original = event(17);

        assertThat(List.of(StoredEvent.class.getRecordComponents())).allSatisfy(component -> {
            var other = switch (component.getType().getSimpleName()) {
                case "long" -> (Object) 18L;
                case "Instant" -> Instant.EPOCH;
                case "UUID" -> new UUID(9, 9);
                default -> "other";
            };
            var changed = (StoredEvent) Records.with(original, component.getName(), other);
            assertThat(changed.digest()).isNotEqualTo(original.digest());
        });
    }

    @Test
    void whatIsAbsentIsNotWhatStandsBesideIt() {
        var one = new StoredEvent(
                1, Instant.EPOCH, "read", "chart", new UUID(1, 1), null, null, null, null, null, "success");
        var other = new StoredEvent(
                1, Instant.EPOCH, "read", "chart", null, new UUID(1, 1), null, null, null, null, "success");

        assertThat(one.digest()).isNotEqualTo(other.digest());
    }
}
