package org.chartroom.studio.domain;

/** Whether what is looked at is the demo clinic on the embedded database. */
public record Demo(boolean shown) {}
