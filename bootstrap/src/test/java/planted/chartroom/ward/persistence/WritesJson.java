package planted.chartroom.ward.persistence;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import planted.chartroom.kernel.Breaks;
import tools.jackson.databind.JsonNode;

@Breaks("HTTP_AND_JSON_STAY_IN_WEB")
@Phi
record WritesJson(JsonNode bed) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
