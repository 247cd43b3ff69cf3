package org.chartroom.record.application.out;

class InMemoryWordComparisonTest extends WordComparisonContract {

    @Override
    protected WordComparison comparison() {
        return new InMemoryWordComparison();
    }
}
