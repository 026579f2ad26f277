package org.refocusrecord.eventlog.seal;

import com.google.crypto.tink.subtle.Ed25519Sign;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * The key that signs a log's checkpoints. Its text form is the one that Go's note tools use: {@code
 * PRIVATE+KEY+name+hash+base64}.
 */
public final class SignerKey {

    /** Of how many bytes a seed is. */
    public static final int SEED = 32;

    private static final String PRIVATE = "PRIVATE+KEY+";

    private final byte[] seed;
    private final Ed25519Sign signer;
    private final VerifierKey verifier;

    private SignerKey(String name, byte[] seed) {
        try {
            Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
            this.seed = seed.clone();
            this.signer = new Ed25519Sign(pair.getPrivateKey());
            this.verifier = VerifierKey.of(name, pair.getPublicKey());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java has no Ed25519", impossible);
        }
    }

    /** The key of a name that grows from 32 random bytes. */
    public static SignerKey of(String name, byte[] seed) {
        if (seed.length != SEED || !KeyHash.isName(name)) {
            throw new IllegalArgumentException("a signing key needs a name and 32 bytes");
        }
        return new SignerKey(name, seed);
    }

    /**
     * Reads the text form.
     *
     * @throws NotANote if it is none
     */
    public static SignerKey parse(String text) {
        if (!text.startsWith(PRIVATE)) {
            throw new NotANote("The signing key is not in the form PRIVATE+KEY+name+hash+base64");
        }
        String[] parts = text.strip().substring(PRIVATE.length()).split("\\+", 3);
        byte[] material = parts.length == 3 ? StrictBase64.decode(parts[2]) : null;
        if (material == null
                || material.length != 1 + SEED
                || material[0] != KeyHash.ED25519
                || !KeyHash.isName(parts[0])) {
            throw new NotANote("The signing key is damaged or no Ed25519 key");
        }
        SignerKey key = of(parts[0], Arrays.copyOfRange(material, 1, material.length));
        if (!key.verifier.hash().equals(parts[1])) {
            throw new NotANote("The signing key is damaged: its hash is not its own");
        }
        return key;
    }

    /** The half that everybody may have. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** A note of this text, which ends with a line feed, signed. */
    String note(String text) {
        byte[] hash = verifier.hashBytes();
        byte[] signature = signature(text.getBytes(StandardCharsets.UTF_8));
        byte[] whole = Arrays.copyOf(hash, hash.length + signature.length);
        System.arraycopy(signature, 0, whole, hash.length, signature.length);
        return text + "\n\u2014 " + verifier.name() + " " + StrictBase64.encode(whole) + "\n";
    }

    private byte[] signature(byte[] text) {
        try {
            return signer.sign(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Ed25519 would not sign", impossible);
        }
    }

    /** The text form, which only the key's own file is to hold. */
    String secretText() {
        byte[] material = new byte[1 + SEED];
        material[0] = KeyHash.ED25519;
        System.arraycopy(seed, 0, material, 1, SEED);
        return PRIVATE
                + verifier.name()
                + "+"
                + verifier.hash()
                + "+"
                + StrictBase64.encode(material);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "the signing key of " + verifier;
    }
}
