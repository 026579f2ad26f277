package org.refocusrecord.eventlog.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

import javax.crypto.Mac;

/**
 * What a snapshot of a state carries so that nobody who can merely write to the database makes one
 * that is believed. It is keyed by the log's own key, which the database has only wrapped.
 */
public final class SnapshotMac {

    private static final byte[] INFO = "snapshot".getBytes(StandardCharsets.US_ASCII);

    private SnapshotMac() {}

    /**
     * The MAC of a state.
     *
     * @param sequence of the last event in it, whose leaf hash this is
     */
    public static byte[] of(
            RecordKey own,
            String stream,
            long sequence,
            byte[] leafHash,
            byte[] form,
            byte[] state) {
        byte[] bits = own.bits();
        try {
            Mac mac = Derivation.hmac(Derivation.hkdf(bits, INFO, SecretKey.BYTES));
            byte[] name = stream.getBytes(StandardCharsets.UTF_8);
            for (byte[] part : new byte[][] {name, number(sequence), leafHash, form, state}) {
                // Lengths stand before values, so that nothing can move from one to the next.
                mac.update(number(part.length));
                mac.update(part);
            }
            return mac.doFinal();
        } finally {
            Arrays.fill(bits, (byte) 0);
        }
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    /** Whether a MAC is the one that it should be, in a time that does not tell how nearly. */
    public static boolean matches(byte[] stored, byte[] expected) {
        return MessageDigest.isEqual(stored, expected);
    }
}
