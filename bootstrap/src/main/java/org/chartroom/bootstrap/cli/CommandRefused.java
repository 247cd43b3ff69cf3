package org.chartroom.bootstrap.cli;

/** A command that will not do what was asked; the message says why, and what would do. */
final class CommandRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandRefused(String message) {
        super(message);
    }
}
