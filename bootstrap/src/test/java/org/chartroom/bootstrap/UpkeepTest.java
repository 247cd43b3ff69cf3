package org.chartroom.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.chartroom.bootstrap.Upkeep.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class UpkeepTest {

    @Test
    void aTaskThatFailsIsToldOnceInWordsOfOursOrByItsKind(CapturedOutput log) {
        var turns = new ArrayList<>(List.<Runnable>of(
                () -> {
                    throw new IllegalStateException("the shelf is full");
                },
                () -> {
                    throw new IllegalStateException("the shelf is full");
                },
                () -> {},
                () -> {
                    throw new IllegalStateException();
                },
                () -> {},
                () -> {
                    throw new IllegalArgumentException("a patient's name");
                }));
        var tidying = new Task("tidying up", () -> turns.removeFirst().run());

        while (!turns.isEmpty()) tidying.run();

        assertThat(log.getAll())
                .containsOnlyOnce("tidying up fails and will be tried again: the shelf is full")
                .contains(
                        "tidying up works again",
                        "tidying up fails and will be tried again: java.lang.IllegalStateException",
                        "tidying up fails and will be tried again: java.lang.IllegalArgumentException")
                .doesNotContain("null", "a patient's name");
        assertThat(tidying.isFailing()).isTrue();
    }
}
