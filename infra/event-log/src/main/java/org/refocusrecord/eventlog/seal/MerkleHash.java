package org.refocusrecord.eventlog.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of a Merkle tree after RFC 6962: SHA-256, with a byte that tells leaf from node. */
public final class MerkleHash {

    /** Of how many bytes a hash is. */
    public static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleHash() {}

    /** The root of a tree without leaves. */
    public static byte[] ofNothing() {
        return digest().digest();
    }

    /** The hash of a leaf. */
    public static byte[] ofLeaf(byte[] leaf) {
        MessageDigest digest = digest();
        digest.update(LEAF);
        return digest.digest(leaf);
    }

    /** The hash of what has these two below it. */
    public static byte[] ofNode(byte[] left, byte[] right) {
        MessageDigest digest = digest();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** SHA-256 of some bytes. */
    static byte[] plain(byte[] bytes) {
        return digest().digest(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java has no SHA-256", impossible);
        }
    }
}
