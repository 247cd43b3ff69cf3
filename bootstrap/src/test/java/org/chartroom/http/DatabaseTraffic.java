package org.chartroom.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartroom.bootstrap.PostgresProxy.Listener;
import org.chartroom.bootstrap.PostgresProxy.Message;

/** Counts what an application and its database tell each other, on all connections together. */
final class DatabaseTraffic {

    private int roundTrips;
    private int parsed;
    private int rows;
    private long bytes;
    private List<String> statements = new ArrayList<>();

    /** For one connection more. */
    Listener listener() {
        return new Counting();
    }

    /** What there was since this was asked before. */
    synchronized Counts take() {
        var counts = new Counts(roundTrips, parsed, rows, bytes, List.copyOf(statements));
        roundTrips = 0;
        parsed = 0;
        rows = 0;
        bytes = 0;
        statements = new ArrayList<>();
        return counts;
    }

    /**
     * @param roundTrips how often the application had to wait for the database
     * @param parsed     statements that the database had to read anew, since the driver had not prepared them before
     * @param rows       that came back
     * @param bytes      in both directions
     * @param statements as they were run, {@code begin} and {@code commit} among them
     */
    record Counts(int roundTrips, int parsed, int rows, long bytes, List<String> statements) {}

    /** A statement is parsed under a name, bound to a portal, and the portal executed. A query is all of it at once. */
    private final class Counting implements Listener {

        private final Map<String, String> statementOf = new HashMap<>();
        private final Map<String, String> portalOf = new HashMap<>();

        @Override
        public void asked(Message message) {
            synchronized (DatabaseTraffic.this) {
                bytes += message.length();
                switch (message.type()) {
                    case 'P' -> {
                        parsed++;
                        statementOf.put(message.text(0), message.text(1));
                    }
                    case 'B' -> portalOf.put(message.text(0), statementOf.getOrDefault(message.text(1), "?"));
                    case 'E' -> statements.add(portalOf.getOrDefault(message.text(0), "?"));
                    case 'Q' -> {
                        parsed++;
                        statements.add(message.text(0));
                        if (!message.more()) roundTrips++; // the driver sends BEGIN along with what comes next
                    }
                    case 'S' -> {
                        if (!message.more()) roundTrips++;
                    }
                    default -> {
                        // describes, closes and the like cost nothing of their own
                    }
                }
            }
        }

        @Override
        public void answered(Message message) {
            synchronized (DatabaseTraffic.this) {
                bytes += message.length();
                if (message.type() == 'D') rows++;
            }
        }
    }
}
