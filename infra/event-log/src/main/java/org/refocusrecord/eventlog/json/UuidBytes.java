package org.refocusrecord.eventlog.json;

import java.util.Arrays;
import java.util.UUID;

/** Reads an id in the one spelling that the log has for it; any other is {@link NotAsWritten}. */
final class UuidBytes {

    private static final int LENGTH = 36;
    private static final byte[] HEX = new byte[256];

    static {
        Arrays.fill(HEX, (byte) -1);
        for (int digit = 0; digit < 16; digit++) {
            HEX["0123456789abcdef".charAt(digit)] = (byte) digit;
        }
    }

    private UuidBytes() {}

    static UUID uuid(byte[] bytes, int from, int length) {
        if (length != LENGTH
                || bytes[from + 8] != '-'
                || bytes[from + 13] != '-'
                || bytes[from + 18] != '-'
                || bytes[from + 23] != '-') {
            throw new NotAsWritten();
        }
        return new UUID(
                hex(bytes, from, 8) << 32
                        | hex(bytes, from + 9, 4) << 16
                        | hex(bytes, from + 14, 4),
                hex(bytes, from + 19, 4) << 48 | hex(bytes, from + 24, 12));
    }

    private static long hex(byte[] bytes, int from, int digits) {
        long value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = HEX[bytes[i] & 0xff];
            if (digit < 0) {
                throw new NotAsWritten();
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
