package org.refocusrecord.eventlog.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The right edge of a growing tree: on each level of tiles the one that is not full yet. With it
 * alone the tree grows, and has a root, at whatever size.
 */
final class TreeEdge {

    /** A tile that fills. */
    private static final class Filling {
        private final byte[] hashes = new byte[Tile.WIDTH * MerkleHash.BYTES];
        private long index;
        private int width;
    }

    private final List<Filling> levels = new ArrayList<>();
    private long size;

    /** An edge as it was kept; of an empty tree without tiles. */
    TreeEdge(long size, List<Tile> kept) {
        this.size = size;
        for (int level = 0; (size >>> (level * Tile.HEIGHT)) > 0; level++) {
            Filling filling = new Filling();
            filling.index = size >>> ((level + 1) * Tile.HEIGHT);
            filling.width = (int) ((size >>> (level * Tile.HEIGHT)) % Tile.WIDTH);
            byte[] hashes = hashes(kept, level, filling);
            System.arraycopy(hashes, 0, filling.hashes, 0, hashes.length);
            levels.add(filling);
        }
    }

    private static byte[] hashes(List<Tile> kept, int level, Filling filling) {
        if (filling.width == 0) {
            return new byte[0];
        }
        for (Tile tile : kept) {
            if (tile.level() == level
                    && tile.index() == filling.index
                    && tile.width() == filling.width) {
                return tile.hashes();
            }
        }
        throw new SealBroken("the kept edge of the tree is not that of its size");
    }

    /** Adds a leaf; tiles that became full are handed on. */
    void add(byte[] leafHash, Consumer<Tile> full) {
        size++;
        add(0, leafHash, full);
    }

    private void add(int level, byte[] hash, Consumer<Tile> full) {
        if (level == levels.size()) {
            levels.add(new Filling());
        }
        Filling filling = levels.get(level);
        System.arraycopy(
                hash, 0, filling.hashes, filling.width * MerkleHash.BYTES, MerkleHash.BYTES);
        filling.width++;
        if (filling.width == Tile.WIDTH) {
            Tile tile = new Tile(level, filling.index, filling.hashes.clone());
            full.accept(tile);
            filling.width = 0;
            filling.index++;
            add(level + 1, tile.root(), full);
        }
    }

    /** How many leaves the tree has. */
    long size() {
        return size;
    }

    /** The tiles of the edge, those too that nothing stands in yet. */
    List<Tile> tiles() {
        List<Tile> tiles = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            tiles.add(tile(level, levels.get(level)));
        }
        return tiles;
    }

    private static Tile tile(int level, Filling filling) {
        return new Tile(
                level,
                filling.index,
                Arrays.copyOf(filling.hashes, filling.width * MerkleHash.BYTES));
    }

    /** The root of the tree as it stands. */
    byte[] root() {
        Tiles edge = new Tiles(name -> tile(name.level(), levels.get(name.level())));
        return new MerkleProofs(edge).root(size);
    }
}
