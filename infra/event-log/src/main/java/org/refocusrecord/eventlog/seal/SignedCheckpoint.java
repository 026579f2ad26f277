package org.refocusrecord.eventlog.seal;

import java.time.Instant;

/**
 * A checkpoint that was signed and kept.
 *
 * @param size how many events it covers
 * @param note the whole note
 * @param verifier the key that signed it, as text
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared as a whole.
public record SignedCheckpoint(
        long size, byte[] root, String note, String verifier, Instant signedAt) {

    /** Whether this key signed it; another did before the key was changed. */
    boolean isBy(VerifierKey key) {
        return verifier.equals(key.toString());
    }
}
