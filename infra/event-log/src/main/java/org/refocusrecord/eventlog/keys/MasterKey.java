package org.refocusrecord.eventlog.keys;

/**
 * Wraps record keys. A file in the embedded default; a key service that never shows its key in a
 * production system.
 */
public interface MasterKey {

    /** Which key this is, safe to show in messages and to compare with what a wrapped key names. */
    String id();

    /** A stored form that opens with the same associated data only. */
    byte[] wrap(byte[] secret, byte[] associated);

    /** What was wrapped; {@link SealBroken} when it does not open. */
    byte[] unwrap(byte[] wrapped, byte[] associated);
}
