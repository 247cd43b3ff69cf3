package org.chartroom.provider.persistence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Of what must be recognised without being kept. */
final class Sha256 {

    static byte[] of(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    private Sha256() {}
}
