package org.chartroom.studio.application;

/**
 * An index, as the database describes it.
 *
 * @param table      with its schema
 * @param definition the statement that would make it
 * @param bytes      of disk
 * @param scans      how often it was used since the statistics began
 * @param explained  whether a query is known that it serves
 */
public record IndexView(
        String name, String table, String definition, long bytes, long scans, boolean unique, boolean explained) {}
