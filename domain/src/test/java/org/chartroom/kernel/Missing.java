package org.chartroom.kernel;

/** What an adapter hands over when a client left a required field out: nothing, where the type promises something. */
public final class Missing {

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    public static <T> T field() {
        return null;
    }

    private Missing() {}
}
