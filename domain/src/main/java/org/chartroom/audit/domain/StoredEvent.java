package org.chartroom.audit.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.jspecify.annotations.Nullable;

/**
 * One event of the trail as it is stored, to be sealed, checked and exported; HL7 FHIR's AuditEvent (IHE BALP) can be
 * made from it.
 *
 * @param id         its number, ascending with some left out
 * @param recordedAt by the database's clock, UTC, whole microseconds
 * @param action     a name of {@link org.chartroom.audit.Action}
 * @param kind       a name of {@link org.chartroom.audit.Reference.Kind}
 * @param providerId who it was; null where nobody was known: at a failed sign-in, and from the command line
 * @param requestId  null from the command line
 * @param address    of the client's machine; null from the command line
 * @param outcome    {@code success}, or the code of the problem
 */
@Phi
public record StoredEvent(
        long id,
        Instant recordedAt,
        String action,
        String kind,
        @Nullable UUID objectId,
        @Nullable UUID patientId,
        @Nullable UUID providerId,
        @Nullable UUID sessionId,
        @Nullable UUID requestId,
        @Nullable String address,
        String outcome) {

    /**
     * The one way to write it down, of which the digest is taken: its components in their order, an absent one empty,
     * with tabs between, of which none holds any; UTF-8.
     */
    public String canonical() {
        return Stream.of(
                        id,
                        recordedAt,
                        action,
                        kind,
                        objectId,
                        patientId,
                        providerId,
                        sessionId,
                        requestId,
                        address,
                        outcome)
                .map(part -> Objects.toString(part, ""))
                .collect(Collectors.joining("\t"));
    }

    public Hash digest() {
        return Hash.of(canonical());
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
