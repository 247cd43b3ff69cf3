package org.chartroom.docs;

import org.chartroom.bootstrap.TestServer;
import org.chartroom.jdbc.Roles;
import org.chartroom.jdbc.Schema;
import org.junit.jupiter.api.Test;

class DataModelDocumentIT {

    @Test
    void thePageTellsTheTablesAsTheyAre() {
        TestServer.database("data_model");
        var database = TestServer.dataSource("data_model");
        new Roles(database).prepare(TestServer.account(), TestServer.account());
        new Schema(database).migrate();

        Document.named("data-model.md").isCurrentlyAs(DataModelPage.of(database));
    }
}
