package org.refocusrecord.eventlog.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree a second time, straight from the definitions in RFC 9162, 2.1.1 to 2.1.4, over a list of
 * leaf hashes: slow, and with nothing of the program in it.
 */
public final class SecondTree {

    private SecondTree() {}

    public static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** HASH(0x00 || d). */
    public static byte[] leaf(byte[] data) {
        return sha256(new byte[] {0}, data);
    }

    /** MTH(D_n). */
    public static byte[] mth(List<byte[]> d) {
        if (d.isEmpty()) {
            return sha256();
        }
        if (d.size() == 1) {
            return d.getFirst();
        }
        int k = k(d.size());
        return sha256(new byte[] {1}, mth(d.subList(0, k)), mth(d.subList(k, d.size())));
    }

    /** PATH(m, D_n). */
    public static List<byte[]> path(int m, List<byte[]> d) {
        List<byte[]> path = new ArrayList<>();
        if (d.size() > 1) {
            int k = k(d.size());
            if (m < k) {
                path.addAll(path(m, d.subList(0, k)));
                path.add(mth(d.subList(k, d.size())));
            } else {
                path.addAll(path(m - k, d.subList(k, d.size())));
                path.add(mth(d.subList(0, k)));
            }
        }
        return path;
    }

    /** SUBPROOF(m, D_n, b). */
    public static List<byte[]> subproof(int m, List<byte[]> d, boolean b) {
        List<byte[]> proof = new ArrayList<>();
        if (m == d.size()) {
            if (!b) {
                proof.add(mth(d));
            }
            return proof;
        }
        int k = k(d.size());
        if (m <= k) {
            proof.addAll(subproof(m, d.subList(0, k), b));
            proof.add(mth(d.subList(k, d.size())));
        } else {
            proof.addAll(subproof(m - k, d.subList(k, d.size()), false));
            proof.add(mth(d.subList(0, k)));
        }
        return proof;
    }

    private static int k(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }
}
