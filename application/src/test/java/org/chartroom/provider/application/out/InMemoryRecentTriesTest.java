package org.chartroom.provider.application.out;

class InMemoryRecentTriesTest extends RecentTriesContract {

    private final InMemoryRecentTries tries = new InMemoryRecentTries();

    @Override
    protected RecentTries tries() {
        return tries;
    }
}
