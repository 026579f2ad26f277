package org.refocusrecord.eventlog.seal;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The complete parts of a tree that proofs of inclusion have shown. With enough of them the root of
 * an earlier size can be reckoned.
 */
public final class KnownNodes {

    private final long size;
    private final Map<Long, Map<Integer, byte[]>> byFirstLeaf = new HashMap<>();

    /** Of a tree of that size. */
    public KnownNodes(long size) {
        this.size = size;
    }

    /** Takes up a proof that was checked before. */
    public void learn(long index, byte[] leafHash, List<byte[]> path) {
        learn(index, 0, size, leafHash, path, path.size());
    }

    private byte[] learn(
            long index, long from, long to, byte[] leafHash, List<byte[]> path, int left) {
        byte[] hash = leafHash;
        if (to - from > 1) {
            long middle = from + Long.highestOneBit(to - from - 1);
            byte[] beside = path.get(left - 1);
            if (index < middle) {
                hash =
                        MerkleHash.ofNode(
                                learn(index, from, middle, leafHash, path, left - 1),
                                keep(middle, to, beside));
            } else {
                hash =
                        MerkleHash.ofNode(
                                keep(from, middle, beside),
                                learn(index, middle, to, leafHash, path, left - 1));
            }
        }
        return keep(from, to, hash);
    }

    private byte[] keep(long from, long to, byte[] hash) {
        if (Long.bitCount(to - from) == 1) {
            byFirstLeaf
                    .computeIfAbsent(from, _ -> new HashMap<>())
                    .put(Long.numberOfTrailingZeros(to - from), hash);
        }
        return hash;
    }

    /** The root of the tree at an earlier size; empty where too little is known. */
    public Optional<byte[]> root(long earlier) {
        if (earlier == 0) {
            return Optional.of(MerkleHash.ofNothing());
        }
        return Optional.ofNullable(root(0, earlier));
    }

    private byte @Nullable [] root(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            byte[] known =
                    byFirstLeaf.getOrDefault(from, Map.of()).get(Long.numberOfTrailingZeros(width));
            if (known != null || width == 1) {
                return known;
            }
        }
        long middle = from + Long.highestOneBit(width - 1);
        byte[] left = root(from, middle);
        byte[] right = left == null ? null : root(middle, to);
        return left == null || right == null ? null : MerkleHash.ofNode(left, right);
    }
}
