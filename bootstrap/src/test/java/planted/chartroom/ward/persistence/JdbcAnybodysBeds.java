package planted.chartroom.ward.persistence;

import org.springframework.jdbc.core.simple.JdbcClient;
import planted.chartroom.kernel.Breaks;

@Breaks("PATIENT_DATA_ARE_REACHED_AS_SOMEBODY")
class JdbcAnybodysBeds {

    JdbcAnybodysBeds(JdbcClient jdbc) {
        jdbc.sql("select 1");
    }
}
