package org.chartroom.record.application;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.chartroom.provider.Actor;
import org.chartroom.record.RecordDirectory;
import org.chartroom.record.domain.ReferenceRanges;
import org.chartroom.record.domain.VitalSign;
import org.springframework.stereotype.Service;

/** The ranges are the same for everybody who asks. */
@Service
class RecordDirectoryService implements RecordDirectory {

    @Override
    public List<Usual> usual(Actor by, LocalDate bornOn, LocalDate on) {
        return Stream.of(VitalSign.values())
                .flatMap(
                        sign -> ReferenceRanges.of(sign, bornOn, on)
                                .map(range -> new Usual(sign.toString(), range.low(), range.high()))
                                .stream())
                .toList();
    }
}
