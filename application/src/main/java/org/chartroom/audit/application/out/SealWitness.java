package org.chartroom.audit.application.out;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.chartroom.audit.domain.SealHead;

/** What is written of seals outside the database: appended, never changed. */
public interface SealWitness {

    /** The last one that was written of a chain. */
    Optional<SealHead> last(UUID chain);

    /** Whether anything was written of another chain: then this one may stand in its place. */
    boolean knowsAnother(UUID chain);

    /** Appends those that nobody has written yet; lasting when this returns. */
    void append(UUID chain, List<SealHead> heads);

    /** Puts what was written of other chains where it is kept and known no more. */
    void setOthersAside(UUID chain);

    /** All that were written of a chain, in the order in which they were; to be closed. */
    Stream<SealHead> heads(UUID chain);
}
