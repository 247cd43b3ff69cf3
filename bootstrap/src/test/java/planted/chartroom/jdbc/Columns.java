package planted.chartroom.jdbc;

/** Innocent. */
public interface Columns {}
