package planted.chartroom.ward.application;

import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import planted.chartroom.kernel.Breaks;

@Breaks("NOTHING_HAPPENS_LATER")
class ActsLater {

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void audit() {}
}
