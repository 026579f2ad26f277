package org.refocusrecord.eventlog.keys;

import com.google.crypto.tink.aead.internal.InsecureNonceAesGcmJce;

import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * 256 bits of AES-GCM. What it seals is nonce(12), ciphertext, tag(16), one after the other, the
 * form of Tink's {@code AesGcmJce}; that class draws its nonce itself, so no stored form could be
 * frozen with it. This is the same cipher of Tink with the nonce as an argument, drawn anew for
 * each seal and nowhere else.
 */
final class SecretKey {

    static final int BYTES = 32;

    private static final int NONCE = InsecureNonceAesGcmJce.IV_SIZE_IN_BYTES;
    private static final int TAG = InsecureNonceAesGcmJce.TAG_SIZE_IN_BYTES;

    private final byte[] bits;
    private final InsecureNonceAesGcmJce cipher;

    SecretKey(byte[] bits) {
        if (bits.length != BYTES) {
            throw new IllegalArgumentException("A key has 32 bytes, not " + bits.length);
        }
        this.bits = bits.clone();
        try {
            this.cipher = new InsecureNonceAesGcmJce(bits);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }

    /** Of bits that nobody else needs: they are wiped. */
    static SecretKey of(byte[] bits) {
        try {
            return new SecretKey(bits);
        } finally {
            Arrays.fill(bits, (byte) 0);
        }
    }

    /** A copy, which its taker wipes after use. */
    byte[] bits() {
        return bits.clone();
    }

    byte[] seal(byte[] plain, byte[] associated, Randomness randomness) {
        byte[] nonce = randomness.bytes(NONCE);
        try {
            byte[] sealed = cipher.encrypt(nonce, plain, NONCE, associated);
            System.arraycopy(nonce, 0, sealed, 0, NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM would not seal", e);
        }
    }

    byte[] open(byte[] sealed, byte[] associated, String what) {
        if (sealed.length < NONCE + TAG) {
            throw new SealBroken(what + " is cut short");
        }
        try {
            return cipher.decrypt(Arrays.copyOf(sealed, NONCE), sealed, NONCE, associated);
        } catch (GeneralSecurityException e) {
            throw new SealBroken(what + " does not open", e);
        }
    }
}
