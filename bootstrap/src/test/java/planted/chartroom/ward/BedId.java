package planted.chartroom.ward;

import java.util.UUID;

/** Innocent. */
public record BedId(UUID value) {}
