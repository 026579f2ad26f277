package org.refocusrecord.eventlog.seal;

import java.security.MessageDigest;
import java.util.List;

/** Checks proofs with nothing but the proofs, by the steps of RFC 9162, 2.1.3.2 and 2.1.4.2. */
public final class MerkleVerification {

    private MerkleVerification() {}

    /** Whether a leaf stands at its place in the tree of that size and root. */
    public static boolean includes(
            byte[] leafHash, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0
                || index >= size
                || areNotHashes(path)
                || leafHash.length != MerkleHash.BYTES) {
            return false;
        }
        long place = index;
        long last = size - 1;
        byte[] reached = leafHash;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if (isRight(place) || place == last) {
                reached = MerkleHash.ofNode(sibling, reached);
                while (!isRight(place) && place != 0) {
                    place >>>= 1;
                    last >>>= 1;
                }
            } else {
                reached = MerkleHash.ofNode(reached, sibling);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0 && MessageDigest.isEqual(reached, root);
    }

    /** Whether the tree of the second size and root begins with all leaves of the first. */
    public static boolean continues(
            long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> path) {
        if (from < 1 || from > to || areNotHashes(path)) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && MessageDigest.isEqual(fromRoot, toRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        boolean isWhole = Long.bitCount(from) == 1;
        byte[] first = isWhole ? fromRoot : path.getFirst();
        return connects(
                from, fromRoot, to, toRoot, first, isWhole ? path : path.subList(1, path.size()));
    }

    private static boolean connects(
            long from, byte[] fromRoot, long to, byte[] toRoot, byte[] first, List<byte[]> path) {
        int shared = Long.numberOfTrailingZeros(from);
        long place = (from - 1) >>> shared;
        long last = (to - 1) >>> shared;
        byte[] smaller = first;
        byte[] larger = first;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if (isRight(place) || place == last) {
                smaller = MerkleHash.ofNode(sibling, smaller);
                larger = MerkleHash.ofNode(sibling, larger);
                while (!isRight(place) && place != 0) {
                    place >>>= 1;
                    last >>>= 1;
                }
            } else {
                larger = MerkleHash.ofNode(larger, sibling);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0
                && MessageDigest.isEqual(smaller, fromRoot)
                && MessageDigest.isEqual(larger, toRoot);
    }

    private static boolean isRight(long place) {
        return (place & 1) == 1;
    }

    private static boolean areNotHashes(List<byte[]> path) {
        return path.stream().anyMatch(hash -> hash.length != MerkleHash.BYTES);
    }
}
