package org.chartroom.record.application;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.record.domain.Addendum;

/**
 * An addendum, to be shown.
 *
 * @param sha256 the digest that was kept with it
 * @param valid  whether the addendum is, at this moment, what was signed
 */
@Phi
public record AddendumView(Addendum addendum, String sha256, boolean valid) {

    /** Compared with the digest that was kept with it. */
    public static AddendumView of(Addendum stored, String sha256) {
        return new AddendumView(stored, sha256, stored.sha256().equals(sha256));
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
