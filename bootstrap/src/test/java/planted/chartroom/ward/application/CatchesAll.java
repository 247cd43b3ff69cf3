package planted.chartroom.ward.application;

import planted.chartroom.kernel.Breaks;

@Breaks("NO_CATCH_ALL")
class CatchesAll {

    boolean done(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
