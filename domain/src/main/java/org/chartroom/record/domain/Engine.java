package org.chartroom.record.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;

/**
 * What made a proposal, as its client calls it. Nobody vouches for these words, so they never print.
 *
 * @param name    1 to 100 characters, stripped
 * @param version 1 to 64 characters, stripped
 */
@Phi
public record Engine(String name, String version) {

    public Engine {
        var wrong = new Violations();
        name = wrong.line("name", name, Violations.NAME);
        version = wrong.line("version", version, Violations.CODE);
        wrong.refuse();
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
