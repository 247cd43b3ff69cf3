package org.chartroom.studio.application.out;

class InMemoryCatalogueTest extends CatalogueContract {

    private final InMemoryCatalogue catalogue = new InMemoryCatalogue();

    @Override
    protected Catalogue catalogue() {
        return catalogue;
    }
}
