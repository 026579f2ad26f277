package org.refocusrecord.eventlog.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * What the log keeps of a command's content so that a repeat is known. It is keyed by the very keys
 * that an erasure destroys: from a plain digest an erased text could still be guessed.
 */
public final class ContentMac {

    private static final byte[] INFO = "content".getBytes(StandardCharsets.US_ASCII);
    private static final int BYTES = 32;

    private ContentMac() {}

    /**
     * The MAC of the canonical content.
     *
     * @param streamKey the case's record key; for teams, studies and the log the log's own key
     * @param dataKeys of the command's events that hold words, in the order of the events
     */
    public static byte[] of(byte[] content, RecordKey streamKey, List<DataKey> dataKeys) {
        ByteBuffer secret = ByteBuffer.allocate(SecretKey.BYTES * (1 + dataKeys.size()));
        put(secret, streamKey.bits());
        dataKeys.forEach(dataKey -> put(secret, dataKey.bits()));
        try {
            return Derivation.hmac(Derivation.hkdf(secret.array(), INFO, BYTES)).doFinal(content);
        } finally {
            Arrays.fill(secret.array(), (byte) 0);
        }
    }

    private static void put(ByteBuffer secret, byte[] bits) {
        secret.put(bits);
        Arrays.fill(bits, (byte) 0);
    }

    /** Whether a stored MAC is of this content, in a time that does not tell how nearly. */
    public static boolean matches(
            byte[] stored, byte[] content, RecordKey streamKey, List<DataKey> dataKeys) {
        return MessageDigest.isEqual(stored, of(content, streamKey, dataKeys));
    }
}
