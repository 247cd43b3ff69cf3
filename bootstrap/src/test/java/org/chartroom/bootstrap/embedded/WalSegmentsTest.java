package org.chartroom.bootstrap.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WalSegmentsTest {
    private static final long MEGABYTE = 1 << 20;

    @Test
    void aBackupNeedsEverySegmentFromItsStartToItsStop() {
        WalSegments segments = new WalSegments(1, MEGABYTE);

        assertThat(segments.between("0/FFE00028", "1/100001"))
                .containsExactly(
                        "000000010000000000000FFE",
                        "000000010000000000000FFF",
                        "000000010000000100000000",
                        "000000010000000100000001");
    }

    @Test
    void aStopAtTheEdgeOfASegmentNeedsTheOneBefore() {
        assertThat(new WalSegments(2, 16 * MEGABYTE).between("0/1000028", "0/2000000"))
                .containsExactly("000000020000000000000001");
    }

    @Test
    void inTheArchiveWhatIsBeforeASegmentIsSoOnEveryTimeline() {
        String oldest = "000000020000000000000010";

        assertThat(WalSegments.isBefore("00000001000000000000000F", oldest)).isTrue();
        assertThat(WalSegments.isBefore("00000003000000000000000F", oldest)).isTrue();
        assertThat(WalSegments.isBefore("00000001000000000000000F.partial", oldest))
                .isTrue();
        assertThat(WalSegments.isBefore("00000001000000000000000F.00000028.backup", oldest))
                .isTrue();
        assertThat(WalSegments.isBefore("000000010000000000000010", oldest)).isFalse();
        assertThat(WalSegments.isBefore("000000010000000000000011", oldest)).isFalse();
    }

    @Test
    void whatIsNoSegmentIsNeverBeforeOne() {
        assertThat(WalSegments.isBefore("00000002.history", "000000020000000000000010"))
                .isFalse();
        assertThat(WalSegments.isBefore("archtemp.000000010000000000000001", "000000020000000000000010"))
                .isFalse();
    }
}
