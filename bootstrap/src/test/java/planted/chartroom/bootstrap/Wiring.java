package planted.chartroom.bootstrap;

/** Innocent: bootstrap may be there, only not be seen. */
public final class Wiring {}
