package org.chartroom.provider;

/**
 * Who asks. Handed from the edge through every inbound and outbound port over patient data, so that no statement can
 * forget whose data it may touch.
 */
public record Actor(ProviderId id) {}
