package org.refocusrecord.eventlog.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every Java has. */
final class Sha256 {
    private static final byte LEAF = 0;
    // Copied for each hash, which spares the look for it among the providers.
    private static final MessageDigest EMPTY = empty();

    private Sha256() {}

    static byte[] of(byte[] bytes) {
        return digest().digest(bytes);
    }

    /** Of a leaf, with the byte that tells it from an inner node of the tree (RFC 6962). */
    static byte[] ofLeaf(byte[] leaf) {
        MessageDigest digest = digest();
        digest.update(LEAF);
        return digest.digest(leaf);
    }

    private static MessageDigest digest() {
        try {
            return (MessageDigest) EMPTY.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MessageDigest empty() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
