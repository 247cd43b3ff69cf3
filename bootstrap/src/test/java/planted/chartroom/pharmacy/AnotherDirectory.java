package planted.chartroom.pharmacy;

import planted.chartroom.kernel.Breaks;

@Breaks("ONE_DIRECTORY_A_FEATURE")
interface AnotherDirectory {}
