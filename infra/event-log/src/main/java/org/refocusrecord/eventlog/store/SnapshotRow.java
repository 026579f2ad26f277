package org.refocusrecord.eventlog.store;

/**
 * A snapshot as it lies in the database.
 *
 * @param sequence of the last event in it
 * @param leafHash of that event, as the log has it
 */
@SuppressWarnings(
        "ArrayRecordComponent") // Bytes pass through here, and are never compared with it.
public record SnapshotRow(long sequence, byte[] form, byte[] mac, byte[] state, byte[] leafHash) {}
