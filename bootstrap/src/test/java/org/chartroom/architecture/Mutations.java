package org.chartroom.architecture;

import java.util.List;
import java.util.stream.Stream;

/** What somebody may do to the product, on purpose or not, against what the rules say. */
final class Mutations {

    static final List<Mutation> ALL = Stream.of(
                    LayerMutations.ALL, PortMutations.ALL, ValueMutations.ALL, DataMutations.ALL)
            .flatMap(List::stream)
            .toList();

    private Mutations() {}
}
