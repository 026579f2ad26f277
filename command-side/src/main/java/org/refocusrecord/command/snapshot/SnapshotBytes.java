package org.refocusrecord.command.snapshot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** A snapshot that is being written. What stands in it already is only pointed to. */
final class SnapshotBytes {

    private static final int FIRST = 1 << 13;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    private final Map<Integer, Map<Object, Integer>> written = new HashMap<>();
    private byte[] bytes = new byte[FIRST];
    private int length;

    /** Which of its table a value is that was written before; -1: it was not. */
    int known(int table, boolean byIdentity, Object value) {
        return table(table, byIdentity).getOrDefault(value, -1);
    }

    /** That a value is written now, and may be pointed to. */
    void wrote(int table, boolean byIdentity, Object value) {
        Map<Object, Integer> known = table(table, byIdentity);
        known.put(value, known.size());
    }

    private Map<Object, Integer> table(int table, boolean byIdentity) {
        return written.computeIfAbsent(
                table, _ -> byIdentity ? new IdentityHashMap<>() : new HashMap<>());
    }

    /** A number that is hardly ever below zero. */
    void count(long value) {
        room(10);
        long rest = value;
        while ((rest & ~SEVEN_BITS) != 0) {
            bytes[length++] = (byte) ((rest & SEVEN_BITS) | MORE);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** A number that may be below zero. */
    void number(long value) {
        count((value << 1) ^ (value >> (Long.SIZE - 1)));
    }

    void eight(long value) {
        room(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    void raw(byte[] value) {
        count(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
