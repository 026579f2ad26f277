package org.refocusrecord.eventlog.store;

import org.jspecify.annotations.Nullable;
import org.postgresql.core.Oid;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Writes values in PostgreSQL's binary format, as its receive functions read them. A value is its
 * length and its bytes; a length of -1 is null.
 */
final class BinaryWriter {
    private static final int NULL = -1;
    private static final int MICROS_OF_A_SECOND = 1_000_000;
    private static final int NANOS_OF_A_MICRO = 1_000;
    private static final long SECONDS_TO_2000 = 946_684_800L;
    private static final int UUID_BYTES = 16;

    private byte[] bytes;
    private int length;

    BinaryWriter(int expected) {
        bytes = new byte[expected];
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Where the next byte goes. */
    int length() {
        return length;
    }

    BinaryWriter int32(int value) {
        room(Integer.BYTES);
        put32(length, value);
        length += Integer.BYTES;
        return this;
    }

    private BinaryWriter int64(long value) {
        return int32((int) (value >>> Integer.SIZE)).int32((int) value);
    }

    BinaryWriter int16(int value) {
        room(Short.BYTES);
        bytes[length++] = (byte) (value >>> Byte.SIZE);
        bytes[length++] = (byte) value;
        return this;
    }

    /** All that another has written. */
    BinaryWriter all(BinaryWriter other) {
        room(other.length);
        System.arraycopy(other.bytes, 0, bytes, length, other.length);
        length += other.length;
        return this;
    }

    /** What is written, and behind it whatever room is left. */
    byte[] bytes() {
        return bytes;
    }

    BinaryWriter raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    private BinaryWriter none() {
        return int32(NULL);
    }

    BinaryWriter integer(@Nullable Integer value) {
        return value == null ? none() : int32(Integer.BYTES).int32(value);
    }

    BinaryWriter bigint(long value) {
        return int32(Long.BYTES).int64(value);
    }

    BinaryWriter uuid(@Nullable UUID value) {
        return value == null
                ? none()
                : int32(UUID_BYTES)
                        .int64(value.getMostSignificantBits())
                        .int64(value.getLeastSignificantBits());
    }

    BinaryWriter bytea(byte @Nullable [] value) {
        return value == null ? none() : int32(value.length).raw(value);
    }

    BinaryWriter text(String value) {
        return bytea(value.getBytes(StandardCharsets.UTF_8));
    }

    /** The server counts microseconds from the year 2000. */
    BinaryWriter timestamptz(@Nullable Instant value) {
        return value == null ? none() : bigint(micros(value));
    }

    private static long micros(Instant time) {
        return (time.getEpochSecond() - SECONDS_TO_2000) * MICROS_OF_A_SECOND
                + time.getNano() / NANOS_OF_A_MICRO;
    }

    BinaryWriter uuids(@Nullable List<UUID> values) {
        return elements(Oid.UUID, values, this::uuid);
    }

    BinaryWriter byteas(@Nullable List<byte[]> values) {
        return elements(Oid.BYTEA, values, this::bytea);
    }

    private <T> BinaryWriter elements(int type, @Nullable List<T> values, Consumer<T> each) {
        if (values == null) {
            return none();
        }
        int start = begin();
        array(type, values.size());
        values.forEach(each);
        return end(start);
    }

    /** What stands before the elements of an array; they follow, each with its length. */
    BinaryWriter array(int elementType, int size) {
        boolean empty = size == 0;
        int32(empty ? 0 : 1).int32(0).int32(elementType);
        return empty ? this : int32(size).int32(1);
    }

    /** Begins a value whose length is known at its end. */
    int begin() {
        int32(0);
        return length;
    }

    BinaryWriter end(int start) {
        put32(start - Integer.BYTES, length - start);
        return this;
    }

    /** Values that are written already and are now written over, each by one as long. */
    Place at(int offset) {
        return new Place(offset);
    }

    /** Where the next value is written over. */
    final class Place {
        private int at;

        private Place(int offset) {
            this.at = offset;
        }

        Place bigint(long value) {
            put32(at + Integer.BYTES, (int) (value >>> Integer.SIZE));
            put32(at + Integer.BYTES + Integer.BYTES, (int) value);
            return skip(Long.BYTES);
        }

        Place timestamptz(Instant value) {
            return bigint(micros(value));
        }

        Place bytea(byte[] value) {
            System.arraycopy(value, 0, bytes, at + Integer.BYTES, value.length);
            return skip(value.length);
        }

        /** Leaves a value of that length as it is. */
        Place skip(int valueLength) {
            at += Integer.BYTES + valueLength;
            return this;
        }
    }

    private void put32(int at, int value) {
        bytes[at] = (byte) (value >>> 24);
        bytes[at + 1] = (byte) (value >>> 16);
        bytes[at + 2] = (byte) (value >>> 8);
        bytes[at + 3] = (byte) value;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
