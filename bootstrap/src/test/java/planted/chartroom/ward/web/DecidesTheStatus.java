package planted.chartroom.ward.web;

import org.springframework.http.ResponseEntity;
import planted.chartroom.kernel.Breaks;

@Breaks("ONLY_HTTP_NAMES_ERROR_STATUSES")
class DecidesTheStatus {

    ResponseEntity<Void> none() {
        return ResponseEntity.notFound().build();
    }
}
