package planted.chartroom.ward.persistence;

import org.springframework.stereotype.Repository;
import planted.chartroom.kernel.Breaks;

@Breaks("REPOSITORIES_ANSWER_A_PORT")
@Repository
class JdbcWithoutPort {}
