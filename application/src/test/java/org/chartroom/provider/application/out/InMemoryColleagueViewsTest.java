package org.chartroom.provider.application.out;

class InMemoryColleagueViewsTest extends ColleagueViewsContract {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryColleagueViews colleagues = new InMemoryColleagueViews(providers);

    @Override
    protected Providers providers() {
        return providers;
    }

    @Override
    protected Accounts accounts() {
        return providers;
    }

    @Override
    protected ColleagueViews colleagues() {
        return colleagues;
    }
}
