package org.refocusrecord.query.outbox;

/**
 * An event as it is sent.
 *
 * @param key the id of its case, team or study
 * @param headers the values of {@link OutgoingEvents#HEADERS}, in that order
 * @param value its payload
 */
@SuppressWarnings("ArrayRecordComponent") // Sent, never compared.
record OutgoingEvent(long position, byte[] key, byte[][] headers, byte[] value) {

    private static final int ABOUT_A_HEADER = 20;

    /** About how many bytes it takes. */
    int size() {
        int size = key.length + value.length;
        for (byte[] header : headers) {
            size += header.length + ABOUT_A_HEADER;
        }
        return size;
    }
}
