package org.refocusrecord.eventlog.seal;

/** The hashes of a tree's complete parts, which never change however the tree grows. */
@FunctionalInterface
public interface MerkleNodes {

    /**
     * The hash over the 2^level leaves from {@code index} * 2^level on; at level 0 the hash of a
     * leaf.
     */
    byte[] at(int level, long index);
}
