package org.chartroom.record.application;

/**
 * What became of an import.
 *
 * @param imported patients who are new, with their charts
 * @param existing patients who were the actor's already, and stay as they were
 */
public record ImportReceipt(long imported, long existing) {}
