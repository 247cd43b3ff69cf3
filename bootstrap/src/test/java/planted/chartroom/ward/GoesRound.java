package planted.chartroom.ward;

import planted.chartroom.kernel.Breaks;
import planted.chartroom.pharmacy.OrderId;

@Breaks({"FEATURES_FORM_NO_CYCLE", "FEATURES_FOLLOW_THE_LINE"})
record GoesRound(OrderId order) {}
