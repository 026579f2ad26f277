package org.refocusrecord.eventlog.seal;

import java.util.Arrays;

/**
 * Up to 256 hashes that stand side by side, as in C2SP {@code tlog-tiles}: those of tile (t, i) are
 * the nodes of level 8t from place 256i on. All levels between are reckoned from them.
 *
 * @param hashes the hashes one after the other
 */
@SuppressWarnings("ArrayRecordComponent") // Tiles are handed on, never compared.
public record Tile(int level, long index, byte[] hashes) {

    /** How many levels of the tree a tile spans. */
    public static final int HEIGHT = 8;

    /** How many hashes a full tile has. */
    public static final int WIDTH = 1 << HEIGHT;

    /** Which tile it is. */
    public record Name(int level, long index) {}

    /** The tile in which the node of a level and place is found, or can be reckoned. */
    public static Name of(int level, long index) {
        int within = level % HEIGHT;
        return new Name(level / HEIGHT, index >>> (HEIGHT - within));
    }

    /** Which it is. */
    Name name() {
        return new Name(level, index);
    }

    /** How many hashes it has. */
    public int width() {
        return hashes.length / MerkleHash.BYTES;
    }

    /** The hash at a place of it. */
    byte[] hash(int place) {
        return Arrays.copyOfRange(hashes, place * MerkleHash.BYTES, (place + 1) * MerkleHash.BYTES);
    }

    /** The hash of a node of the whole tree that lies over this tile's hashes. */
    byte[] node(int treeLevel, long treeIndex) {
        int height = treeLevel - level * HEIGHT;
        long first = (treeIndex << height) - index * WIDTH;
        if (first < 0 || first + (1L << height) > width()) {
            throw new IllegalArgumentException("not a node over this tile");
        }
        return over(Math.toIntExact(first), height);
    }

    /** The hash over all of a full tile: a hash of the tile above. */
    byte[] root() {
        return over(0, HEIGHT);
    }

    private byte[] over(int first, int height) {
        if (height == 0) {
            return hash(first);
        }
        int half = 1 << (height - 1);
        return MerkleHash.ofNode(over(first, height - 1), over(first + half, height - 1));
    }
}
