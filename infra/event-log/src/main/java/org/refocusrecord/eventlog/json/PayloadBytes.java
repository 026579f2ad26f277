package org.refocusrecord.eventlog.json;

/**
 * Where a payload lies: often in the midst of the row that it came with, from where it need not be
 * copied to be read.
 */
@SuppressWarnings("ArrayRecordComponent") // a place in bytes that others own; never compared
public record PayloadBytes(byte[] bytes, int from, int length) {

    /** All of these. */
    public static PayloadBytes all(byte[] payload) {
        return new PayloadBytes(payload, 0, payload.length);
    }

    /** The payload by itself. */
    public byte[] copied() {
        byte[] payload = new byte[length];
        System.arraycopy(bytes, from, payload, 0, length);
        return payload;
    }
}
