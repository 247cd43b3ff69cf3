package org.chartroom.record.web;

import java.util.UUID;
import org.chartroom.http.ETags;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.Erasure;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ErasureController {

    private final Erasure erasure;
    private final RecordMapper mapper;

    ErasureController(Erasure erasure, RecordMapper mapper) {
        this.erasure = erasure;
        this.mapper = mapper;
    }

    @DeleteMapping("/api/patients/{id}")
    ReceiptResponse erase(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(defaultValue = "false") boolean confirmSigned) {
        return mapper.response(erasure.delete(by, new PatientId(id), ETags.seen(ifMatch), confirmSigned));
    }
}
