package org.chartroom.provider.application.out;

class InMemorySessionsTest extends SessionsContract {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemorySessions sessions = new InMemorySessions();

    @Override
    protected Providers providers() {
        return providers;
    }

    @Override
    protected Sessions sessions() {
        return sessions;
    }
}
