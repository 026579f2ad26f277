package org.refocusrecord.eventlog.store;

import java.nio.charset.StandardCharsets;

/** The leaf of an event as a text, for whoever proves it. */
public final class LeafText {

    private LeafText() {}

    /** The whole leaf of an event as it lies in the log. */
    public static String leaf(StoredRow row) {
        return new String(LeafBytes.of(row).bytes(), StandardCharsets.UTF_8);
    }

    /** The hash of a leaf in the log's Merkle tree. */
    public static byte[] hash(String leaf) {
        return Sha256.ofLeaf(leaf.getBytes(StandardCharsets.UTF_8));
    }
}
