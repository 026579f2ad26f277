package org.refocusrecord.eventlog.store;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * An event as it came from the database, in the binary format. To take it apart costs more than to
 * fetch it, and can be done by several threads at once.
 */
public final class RawRow {
    private final byte[] bytes;
    private final int from;

    RawRow(byte[] bytes, int from) {
        this.bytes = bytes;
        this.from = from;
    }

    /** Its position, which is all that a reader needs to go on. */
    public long position() {
        return new BinaryReader(bytes, from).bigint();
    }

    /** What the row's event is made of; the payload stays where it is. */
    public EventRow event() {
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

    /** The row, taken apart. */
    public StoredRow row() {
        BinaryReader in = new BinaryReader(bytes, from);
        return new StoredRow(
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
                in.bytea(),
                in.bytea(),
                guard(in));
    }

    private static @Nullable ContentGuard guard(BinaryReader in) {
        byte[] mac = in.byteaOrNull();
        UUID key = in.uuidOrNull();
        return mac == null || key == null ? null : new ContentGuard(mac, key);
    }
}
