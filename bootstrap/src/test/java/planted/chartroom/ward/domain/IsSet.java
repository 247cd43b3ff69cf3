package planted.chartroom.ward.domain;

import planted.chartroom.kernel.Breaks;

@Breaks({"NO_SETTERS", "FIELDS_ARE_FINAL"})
final class IsSet {

    private int beds;

    void setBeds(int beds) {
        this.beds = beds;
    }

    int beds() {
        return beds;
    }
}
