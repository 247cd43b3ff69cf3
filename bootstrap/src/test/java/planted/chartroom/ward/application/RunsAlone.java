package planted.chartroom.ward.application;

import planted.chartroom.kernel.Breaks;

@Breaks("NO_THREADS_OF_ITS_OWN")
class RunsAlone {

    Thread run(Runnable work) {
        return Thread.startVirtualThread(work);
    }
}
