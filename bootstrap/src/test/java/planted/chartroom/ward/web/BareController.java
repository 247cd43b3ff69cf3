package planted.chartroom.ward.web;

import java.util.Optional;
import org.chartroom.provider.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import planted.chartroom.kernel.Breaks;
import planted.chartroom.ward.domain.Bed;

@Breaks("HANDLERS_ANSWER_NO_AGGREGATE")
@RestController
class BareController {

    @GetMapping("/planted/bare")
    Optional<Bed> bed(Actor by) {
        return Optional.empty();
    }
}
