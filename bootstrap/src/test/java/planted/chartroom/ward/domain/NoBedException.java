package planted.chartroom.ward.domain;

import planted.chartroom.kernel.Breaks;

@Breaks("FEATURES_REFUSE_IN_ONE_PLACE")
final class NoBedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
