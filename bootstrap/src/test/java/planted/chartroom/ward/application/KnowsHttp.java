package planted.chartroom.ward.application;

import org.springframework.http.HttpStatus;
import planted.chartroom.kernel.Breaks;

@Breaks({"APPLICATION_TAKES_LITTLE_OF_SPRING", "HTTP_AND_JSON_STAY_IN_WEB"})
class KnowsHttp {

    final HttpStatus status = HttpStatus.OK;
}
