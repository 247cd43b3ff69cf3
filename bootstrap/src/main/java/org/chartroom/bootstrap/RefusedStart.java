package org.chartroom.bootstrap;

import org.chartroom.bootstrap.embedded.EmbeddedPostgresException;
import org.chartroom.jdbc.SchemaRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** A start that was refused in words for the person at the terminal is told in these, without a stack trace. */
final class RefusedStart implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof EmbeddedPostgresException
                    || cause instanceof SchemaRefused
                    || cause instanceof RefusedSetting)
                return new FailureAnalysis(String.valueOf(cause.getMessage()), null, failure);
        return null;
    }
}
