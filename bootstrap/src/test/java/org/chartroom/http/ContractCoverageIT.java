package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The last of all: what {@code docs/openapi.yaml} describes and no test of this run has seen answered. It tells something
 * only when all of them ran, so whoever selects tests leaves it out.
 */
@Order(Integer.MAX_VALUE)
class ContractCoverageIT {

    @Test
    void everyAnswerThatTheDocumentDescribesWasSeen() {
        var unseen = new TreeSet<>(Contract.described());
        unseen.removeAll(Contract.seen());

        assertThat(unseen).isEmpty();
    }
}
