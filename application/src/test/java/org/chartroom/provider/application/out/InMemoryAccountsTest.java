package org.chartroom.provider.application.out;

class InMemoryAccountsTest extends AccountsContract {

    private final InMemoryProviders providers = new InMemoryProviders();

    @Override
    protected Providers providers() {
        return providers;
    }

    @Override
    protected Accounts accounts() {
        return providers;
    }
}
