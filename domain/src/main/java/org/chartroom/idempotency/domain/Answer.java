package org.chartroom.idempotency.domain;

import java.util.UUID;
import java.util.regex.Pattern;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.jspecify.annotations.Nullable;

/**
 * What a client was told of the thing that its request created.
 *
 * @param location where the thing is: the path of an aggregate, or of a part of one, with the aggregate's id in it
 * @param body     the representation, as it was sent
 */
@Phi
public record Answer(int status, String location, @Nullable String etag, String body) {

    private static final Pattern FIRST_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The aggregate that the thing is or belongs to: a patient, an appointment or a medical record. */
    public UUID aggregate() {
        var id = FIRST_ID.matcher(location);
        if (!id.find()) throw new IllegalStateException("what was created has no id in its location");
        return UUID.fromString(id.group());
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
