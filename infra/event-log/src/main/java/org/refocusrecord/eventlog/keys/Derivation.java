package org.refocusrecord.eventlog.keys;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 (RFC 2104) as Java has it, and HKDF over it (RFC 5869). Its provider is named, so
 * that not all of them are asked at each call; Java's own HKDF asks them nevertheless, which took a
 * twelfth of a command's time in a node.
 */
final class Derivation {
    private static final Provider JAVA = Security.getProvider("SunJCE");
    // Copied for each use, as the other below: that spares the look for it at the provider.
    private static final Mac EMPTY = empty();
    private static final int HASH_BYTES = 32;
    private static final int MOST_BYTES = 255 * HASH_BYTES;
    private static final Mac WITHOUT_SALT = hmac(new byte[HASH_BYTES]);

    private Derivation() {}

    /** HKDF-SHA256 without a salt. */
    static byte[] hkdf(byte[] secret, byte[] info, int bytes) {
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException("HKDF gives no more than 255 hashes");
        }
        byte[] extracted = copy(WITHOUT_SALT).doFinal(secret);
        Mac expanding = hmac(extracted);
        Arrays.fill(extracted, (byte) 0);
        ByteBuffer derived = ByteBuffer.allocate(Math.ceilDiv(bytes, HASH_BYTES) * HASH_BYTES);
        byte[] last = {};
        for (int block = 1; derived.hasRemaining(); block++) {
            expanding.update(last);
            expanding.update(info);
            expanding.update((byte) block);
            last = expanding.doFinal();
            derived.put(last);
        }
        return Arrays.copyOf(derived.array(), bytes);
    }

    static Mac hmac(byte[] key) {
        Mac mac = copy(EMPTY);
        try {
            mac.init(new SecretKeySpec(key, "HMAC"));
            return mac;
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("HMAC takes any key of so many bytes", e);
        }
    }

    private static Mac copy(Mac mac) {
        try {
            return (Mac) mac.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("This Java's HMAC-SHA256 cannot be copied", e);
        }
    }

    private static Mac empty() {
        try {
            return Mac.getInstance("HmacSHA256", JAVA);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", e);
        }
    }
}
