package org.refocusrecord.eventlog.store;

/**
 * An event as it came from the database, in the binary format. To take it apart costs more than to
 * fetch it, and can be done by several threads at once.
 */
public sealed class RawEvent permits RawRow {
    final byte[] bytes;
    final int from;

    RawEvent(byte[] bytes, int from) {
        this.bytes = bytes;
        this.from = from;
    }

    /** Its position, which is all that a reader needs to go on. */
    public final long position() {
        return new BinaryReader(bytes, from).bigint();
    }

    /** What the event is made of; the payload stays where it is. */
    public final EventRow event() {
        BinaryReader in = new BinaryReader(bytes, from);
        return new EventRow(
                in.bigint(),
                in.text(),
                in.bigint(),
                in.uuid(),
                in.text(),
                in.integer(),
                in.timestamptz(),
                in.timestamptz(),
                in.text(),
                in.text(),
                in.uuid(),
                in.payload());
    }
}
