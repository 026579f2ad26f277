package org.refocusrecord.command.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A snapshot that is being read. Whatever is wrong with it ends in an exception, soon. */
final class SnapshotReading {

    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final int BYTE = 0xff;

    private final byte[] bytes;
    private final List<List<Object>> read = new ArrayList<>();
    private int at;

    SnapshotReading(byte[] bytes, int tables) {
        this.bytes = bytes;
        for (int table = 0; table < tables; table++) {
            read.add(new ArrayList<>());
        }
    }

    Object known(int table, int which) {
        return read.get(table).get(which);
    }

    void read(int table, Object value) {
        read.get(table).add(value);
    }

    long count() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & SEVEN_BITS) << shift;
            if ((next & MORE) == 0) {
                return value;
            }
        }
    }

    /** How many of something follow, each of a byte at least. */
    int size() {
        long size = count();
        if (size < 0 || size > bytes.length - at + 1L) {
            throw new IllegalStateException("more than there is");
        }
        return (int) size;
    }

    long number() {
        long value = count();
        return (value >>> 1) ^ -(value & 1);
    }

    long eight() {
        long value = 0;
        for (int next = 0; next < Long.BYTES; next++) {
            value = (value << Byte.SIZE) | (bytes[at++] & BYTE);
        }
        return value;
    }

    String text() {
        int length = size();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    void end() {
        if (at != bytes.length) {
            throw new IllegalStateException("more than a state");
        }
    }
}
