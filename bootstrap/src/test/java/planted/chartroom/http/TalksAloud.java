package planted.chartroom.http;

import planted.chartroom.kernel.Breaks;

@Breaks("NO_STANDARD_STREAMS")
class TalksAloud {

    void talk() {
        System.out.println("a bed");
    }
}
