package planted.chartroom.ward.persistence;

import org.springframework.transaction.annotation.Transactional;
import planted.chartroom.kernel.Breaks;

@Breaks("TRANSACTIONS_BEGIN_IN_SERVICES")
@Transactional
class BeginsHere {}
