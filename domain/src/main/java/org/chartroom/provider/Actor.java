package org.chartroom.provider;

/**
 * Who asks, and from where. Handed from the edge through every inbound and outbound port over patient data, so that no
 * statement can forget whose data it may touch, and no event of the audit trail whom to name.
 */
public record Actor(ProviderId id, Origin origin) {

    /** On the command line, where nobody signs in. */
    public static Actor onCommandLine(ProviderId id) {
        return new Actor(id, Origin.COMMAND_LINE);
    }
}
