package org.refocusrecord.eventlog.seal;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The nodes of a tree by way of its tiles; each tile is fetched once for what is asked together.
 */
public final class Tiles implements MerkleNodes {

    private final Function<Tile.Name, Tile> fetch;
    private final Map<Tile.Name, Tile> fetched = new HashMap<>();

    /** Fetched so. */
    public Tiles(Function<Tile.Name, Tile> fetch) {
        this.fetch = fetch;
    }

    @Override
    public byte[] at(int level, long index) {
        return fetched.computeIfAbsent(Tile.of(level, index), fetch).node(level, index);
    }

    /** How many tiles were fetched. */
    int count() {
        return fetched.size();
    }
}
