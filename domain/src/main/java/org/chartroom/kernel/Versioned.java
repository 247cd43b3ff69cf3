package org.chartroom.kernel;

/** An aggregate as it was read, with the version to change it from. */
public record Versioned<T>(T value, Version version) {}
