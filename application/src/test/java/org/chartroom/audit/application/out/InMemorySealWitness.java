package org.chartroom.audit.application.out;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.chartroom.audit.domain.SealHead;

public final class InMemorySealWitness implements SealWitness {

    private final Map<UUID, List<SealHead>> chains = new HashMap<>();

    @Override
    public Optional<SealHead> last(UUID chain) {
        return heads(chain).reduce((_, later) -> later);
    }

    @Override
    public boolean knowsAnother(UUID chain) {
        return chains.keySet().stream().anyMatch(known -> !known.equals(chain));
    }

    @Override
    public void append(UUID chain, List<SealHead> more) {
        var written = last(chain).map(SealHead::number).orElse(0L);
        var heads = chains.computeIfAbsent(chain, _ -> new ArrayList<>());
        more.stream().filter(head -> head.number() > written).forEach(heads::add);
    }

    @Override
    public void setOthersAside(UUID chain) {
        chains.keySet().retainAll(List.of(chain));
    }

    @Override
    public Stream<SealHead> heads(UUID chain) {
        return List.copyOf(chains.getOrDefault(chain, List.of())).stream();
    }
}
