package org.chartroom.record.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.chartroom.audit.Action;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.ProviderId;
import org.chartroom.record.application.Snapshot;
import org.chartroom.record.application.VersionView;
import org.jspecify.annotations.Nullable;

/**
 * A version as a client reads it.
 *
 * @param firstName null, like the last name, when nobody was signed in, and when the provider is gone
 */
@Phi
record VersionResponse(
        int number,
        Instant recordedAt,
        Action action,
        @Nullable ProviderId providerId,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable UUID requestId) {

    static VersionResponse of(VersionView view) {
        var name = view.name();
        return new VersionResponse(
                view.number(),
                view.recordedAt(),
                view.action(),
                view.providerId(),
                name == null ? null : name.firstName(),
                name == null ? null : name.lastName(),
                view.origin().request());
    }

    /**
     * A version with what there was then.
     *
     * @param content goes out as the store wrote it; null when it was deleted
     */
    @Phi
    record Whole(
            VersionResponse version, @JsonRawValue @Nullable String content) {

        static Whole of(Snapshot snapshot) {
            return new Whole(VersionResponse.of(snapshot.version()), snapshot.json());
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
