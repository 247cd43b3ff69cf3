package org.chartroom.audit.application.out;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.chartroom.audit.domain.SealHead;

public final class InMemorySealWitness implements SealWitness {

    private final List<SealHead> heads = new ArrayList<>();

    @Override
    public Optional<SealHead> last(UUID chain) {
        return heads.reversed().stream().findFirst();
    }

    @Override
    public void append(UUID chain, List<SealHead> more) {
        heads.addAll(more);
    }

    @Override
    public Stream<SealHead> heads(UUID chain) {
        return List.copyOf(heads).stream();
    }
}
