package org.refocusrecord.eventlog.seal;

import com.google.crypto.tink.subtle.Ed25519Verify;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The public half of a key that signs notes, in the text form of C2SP: {@code name+hash+base64}.
 *
 * @param name whose it is
 * @param hash its short id, lower-case hex
 * @param publicKey 32 bytes after RFC 8032
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by its text.
public record VerifierKey(String name, String hash, byte[] publicKey) {

    /** The key of a name. */
    static VerifierKey of(String name, byte[] publicKey) {
        return new VerifierKey(name, KeyHash.of(name, publicKey), publicKey);
    }

    /**
     * Reads the text form, with or without a line feed at its end.
     *
     * @throws NotANote if it is none, of another kind, or its hash is not its own
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3 || !KeyHash.isName(parts[0])) {
            throw new NotANote("The key is not in the form name+hash+base64");
        }
        byte[] material = StrictBase64.decode(parts[2]);
        if (material == null
                || material.length != 1 + MerkleHash.BYTES
                || material[0] != KeyHash.ED25519) {
            throw new NotANote("The key is not an Ed25519 key");
        }
        VerifierKey key = of(parts[0], Arrays.copyOfRange(material, 1, material.length));
        if (!key.hash.equals(parts[1])) {
            throw new NotANote("The hash in the key is not the key's own");
        }
        return key;
    }

    /** Whether it made a signature of a text. */
    boolean verifies(byte[] text, byte[] signature) {
        try {
            new Ed25519Verify(publicKey).verify(signature, text);
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    byte[] hashBytes() {
        return HexFormat.of().parseHex(hash);
    }

    /** The text form. */
    @Override
    public String toString() {
        byte[] material = new byte[1 + publicKey.length];
        material[0] = KeyHash.ED25519;
        System.arraycopy(publicKey, 0, material, 1, publicKey.length);
        return name + "+" + hash + "+" + StrictBase64.encode(material);
    }
}
