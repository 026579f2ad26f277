package org.refocusrecord.eventlog.keys;

/**
 * Wraps record keys. A file in the embedded default; a key service that never shows its key in a
 * production system.
 */
public interface MasterKey {

    /**
     * Which key this is, in the hex of eight bytes: safe to show in messages and to compare with
     * what a wrapped key names.
     */
    String id();

    /** A stored form that begins with the id and opens with the same associated data only. */
    byte[] wrap(byte[] secret, byte[] associated);

    /**
     * What was wrapped, in an array of its own; {@link SealBroken} when it does not open, {@link
     * MasterKeyUnusable} when another key has wrapped it.
     */
    byte[] unwrap(byte[] wrapped, byte[] associated);

    /**
     * Told that the log wants what is new to be wrapped by another master key. Whoever holds only
     * one can do nothing about it.
     */
    default void changed() {}
}
