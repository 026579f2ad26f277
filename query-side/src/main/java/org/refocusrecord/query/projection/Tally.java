package org.refocusrecord.query.projection;

import java.math.BigInteger;
import java.util.HexFormat;

/**
 * What a view holds, or by how much that changes: how many rows, and the sum of their hashes modulo
 * 2²⁵⁶. A sum does not depend on order, and an old row is taken out by subtracting its hash.
 */
public record Tally(long count, BigInteger digest) {

    private static final int BYTES = 32;
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(8 * BYTES);

    /** Nothing. */
    public static final Tally NONE = new Tally(0, BigInteger.ZERO);

    /** Within the modulus. */
    public Tally {
        digest = digest.mod(MODULUS);
    }

    /** As it is stored. */
    static Tally of(long count, byte[] digest) {
        return new Tally(count, new BigInteger(1, digest));
    }

    /** With one row more. */
    Tally plusRow(byte[] hash) {
        return new Tally(count + 1, digest.add(new BigInteger(1, hash)));
    }

    /** With one row less. */
    Tally minusRow(byte[] hash) {
        return new Tally(count - 1, digest.subtract(new BigInteger(1, hash)));
    }

    /** The sum. */
    public Tally plus(Tally other) {
        return new Tally(count + other.count, digest.add(other.digest));
    }

    /** By how much this is more than another. */
    Tally minus(Tally other) {
        return new Tally(count - other.count, digest.subtract(other.digest));
    }

    /** The digest as it is stored. */
    byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        byte[] magnitude = digest.toByteArray();
        int from = Math.max(0, magnitude.length - BYTES);
        int length = magnitude.length - from;
        System.arraycopy(magnitude, from, bytes, BYTES - length, length);
        return bytes;
    }

    /** The digest as it is shown. */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }
}
