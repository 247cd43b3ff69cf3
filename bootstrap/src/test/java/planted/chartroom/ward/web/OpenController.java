package planted.chartroom.ward.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import planted.chartroom.kernel.Breaks;

@Breaks("HANDLERS_TAKE_THE_ACTOR")
@RestController
class OpenController {

    @GetMapping("/planted")
    String beds() {
        return "";
    }
}
