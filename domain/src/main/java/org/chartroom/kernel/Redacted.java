package org.chartroom.kernel;

/** The one way in which a {@link Phi} type prints itself. */
public final class Redacted {

    /** The type's name and nothing of its contents. */
    public static String text(Object phi) {
        return phi.getClass().getSimpleName() + "[redacted]";
    }

    private Redacted() {}
}
