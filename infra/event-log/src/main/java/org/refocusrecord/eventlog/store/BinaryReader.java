package org.refocusrecord.eventlog.store;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.json.PayloadBytes;
import org.refocusrecord.eventlog.json.RecurringTexts;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** Reads values in PostgreSQL's binary format, as its send functions write them. */
final class BinaryReader {
    private static final long SECONDS_TO_2000 = 946_684_800L;
    private static final long MICROS_OF_A_SECOND = 1_000_000;
    private static final int NANOS_OF_A_MICRO = 1_000;
    private static final int BYTE = 0xff;
    private static final RecurringTexts TEXTS = new RecurringTexts();

    private final byte[] bytes;
    private int at;

    BinaryReader(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    int int16() {
        return (short) ((next() << Byte.SIZE) | next());
    }

    private int int32() {
        return (next() << 24) | (next() << 16) | (next() << 8) | next();
    }

    private long int64() {
        return ((long) int32() << Integer.SIZE) | (int32() & 0xffff_ffffL);
    }

    private int next() {
        return bytes[at++] & BYTE;
    }

    private int length(int expected) {
        int length = int32();
        if (length != expected) {
            throw new IllegalStateException(
                    "a value of %d bytes where there should be %d".formatted(length, expected));
        }
        return length;
    }

    int integer() {
        length(Integer.BYTES);
        return int32();
    }

    long bigint() {
        length(Long.BYTES);
        return int64();
    }

    Instant timestamptz() {
        long micros = bigint();
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_OF_A_SECOND) + SECONDS_TO_2000,
                Math.floorMod(micros, MICROS_OF_A_SECOND) * NANOS_OF_A_MICRO);
    }

    UUID uuid() {
        length(2 * Long.BYTES);
        return new UUID(int64(), int64());
    }

    @Nullable UUID uuidOrNull() {
        if (int32() < 0) {
            return null;
        }
        return new UUID(int64(), int64());
    }

    /** A name, a stream, an account or a person: there are few of them beside the events. */
    String text() {
        int length = int32();
        at += length;
        return TEXTS.text(bytes, at - length, length);
    }

    /** Of a bytea, where it lies. */
    PayloadBytes payload() {
        int length = int32();
        at += length;
        return new PayloadBytes(bytes, at - length, length);
    }

    byte[] bytea() {
        int length = int32();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    byte @Nullable [] byteaOrNull() {
        int length = int32();
        if (length < 0) {
            return null;
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }
}
