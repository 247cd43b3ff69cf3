package planted.chartroom.kernel;

@Breaks("KERNEL_STAYS_SMALL")
record Thirteenth() {}
