package org.refocusrecord.eventlog.store;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** A {@link RawEvent} with what proves the event and what guards its command. */
public final class RawRow extends RawEvent {

    RawRow(byte[] bytes, int from) {
        super(bytes, from);
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
