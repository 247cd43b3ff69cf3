package org.chartroom.audit.domain;

/** A seal with the hash that stands beside it, which is that of the seal unless somebody changed either. */
public record StoredSeal(Seal seal, Hash hash) {

    boolean isSound() {
        return seal.hash().equals(hash);
    }
}
