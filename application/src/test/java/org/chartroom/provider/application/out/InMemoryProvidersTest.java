package org.chartroom.provider.application.out;

class InMemoryProvidersTest extends ProvidersContract {

    private final InMemoryProviders providers = new InMemoryProviders();

    @Override
    protected Providers providers() {
        return providers;
    }
}
