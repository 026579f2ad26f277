package org.refocusrecord.eventlog.seal;

import java.util.ArrayList;
import java.util.List;

/** Roots and proofs of a tree, after the definitions of RFC 9162, 2.1. */
public final class MerkleProofs {

    private final MerkleNodes nodes;

    /** Over these complete parts. */
    public MerkleProofs(MerkleNodes nodes) {
        this.nodes = nodes;
    }

    /** The root of the first leaves. */
    public byte[] root(long size) {
        return size == 0 ? MerkleHash.ofNothing() : root(0, size);
    }

    /** What shows that a leaf stands at its place in the tree of that size. */
    public List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        inclusion(index, 0, size, path);
        return path;
    }

    /** What shows that the tree of one size begins with all leaves of a smaller one. */
    public List<byte[]> consistency(long from, long to) {
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("no proof from " + from + " to " + to);
        }
        List<byte[]> path = new ArrayList<>();
        consistency(from, 0, to, true, path);
        return path;
    }

    private void inclusion(long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            inclusion(index, from, middle, path);
            path.add(root(middle, to));
        } else {
            inclusion(index, middle, to, path);
            path.add(root(from, middle));
        }
    }

    private void consistency(
            long end, long from, long to, boolean isKnownToVerifier, List<byte[]> path) {
        if (end == to) {
            if (!isKnownToVerifier) {
                path.add(root(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (end <= middle) {
            consistency(end, from, middle, isKnownToVerifier, path);
            path.add(root(middle, to));
        } else {
            consistency(end, middle, to, false, path);
            path.add(root(from, middle));
        }
    }

    private byte[] root(long from, long to) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return nodes.at(level, from >>> level);
        }
        long middle = from + split(size);
        return MerkleHash.ofNode(root(from, middle), root(middle, to));
    }

    /** The largest power of two below a size. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
