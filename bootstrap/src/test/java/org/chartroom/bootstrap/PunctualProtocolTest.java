package org.chartroom.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PunctualProtocolTest {

    private static final int OF_THE_SYSTEM = 32;

    private final CountDownLatch held = new CountDownLatch(1);
    private final List<Thread> serving = new CopyOnWriteArrayList<>();
    private final PunctualProtocol protocol = new PunctualProtocol();
    private Executor executor;

    @BeforeEach
    void virtualThreadsAreBeyond() {
        protocol.setExecutor(Thread::startVirtualThread);
        executor = protocol.getExecutor();
    }

    @Test
    void whatSlowClientsLeaveNoThreadOfTheSystemForIsServedByVirtualOnes() {
        for (int i = 0; i < OF_THE_SYSTEM + 100; i++) executor.execute(this::isHeld);

        await().until(() -> serving.size() == OF_THE_SYSTEM + 100);
        assertThat(serving).filteredOn(thread -> !thread.isVirtual()).hasSize(OF_THE_SYSTEM);
        held.countDown();
    }

    @Test
    void aThreadOfTheSystemServesAgain() {
        for (int i = 0; i < OF_THE_SYSTEM; i++) executor.execute(this::isHeld);
        await().until(() -> serving.size() == OF_THE_SYSTEM);
        held.countDown();
        await().until(() -> serving.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));

        executor.execute(this::isHeld);

        await().until(() -> serving.size() > OF_THE_SYSTEM);
        assertThat(serving.subList(0, OF_THE_SYSTEM)).contains(serving.getLast());
    }

    private void isHeld() {
        serving.add(Thread.currentThread());
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
