package planted.chartroom.pharmacy;

import java.util.UUID;

/** Innocent. */
public record OrderId(UUID value) {}
