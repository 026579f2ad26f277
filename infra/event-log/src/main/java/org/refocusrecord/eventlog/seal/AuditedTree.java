package org.refocusrecord.eventlog.seal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.seal.AuditedRow.Leaf;
import org.refocusrecord.eventlog.store.LogTransactions;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The tree made anew of the events themselves, and held leaf by leaf and tile by tile against the
 * one that is kept.
 */
final class AuditedTree {

    private final LogTransactions transactions;
    private final long sealed;
    private final List<Tile> edge;
    private final TreeEdge tree = new TreeEdge(0, List.of());
    private @Nullable Tile kept;

    /**
     * @param sealed how many events the kept tree has
     * @param edge the tiles of it that were not full then
     */
    AuditedTree(LogTransactions transactions, long sealed, List<Tile> edge) {
        this.transactions = transactions;
        this.sealed = sealed;
        this.edge = edge;
    }

    /** Adds an event; says what is wrong with it as the kept tree has it. */
    void add(Leaf leaf) {
        try {
            add(leaf.position(), leaf.hash());
        } catch (DoesNotFit found) {
            throw leaf.misfit(found.misfit().what());
        }
    }

    private void add(long position, byte[] leafHash) {
        if (position <= sealed && !Arrays.equals(leafHash, kept(position))) {
            throw new DoesNotFit(position, "the event is not the one that was sealed there");
        }
        tree.add(
                leafHash,
                full -> {
                    if (full.level() > 0
                            && !Arrays.equals(
                                    full.hashes(), tile(full.name(), position).hashes())) {
                        throw new DoesNotFit(
                                position,
                                "tile %d/%d of the tree is not over the events below it"
                                        .formatted(full.level(), full.index()));
                    }
                });
    }

    private byte[] kept(long position) {
        long index = position - 1;
        int place = (int) (index % Tile.WIDTH);
        Tile tile = kept;
        if (tile == null || place == 0) {
            tile = tile(Tile.of(0, index), position);
            kept = tile;
        }
        if (place >= tile.width()) {
            throw new DoesNotFit(position, "the tree has no leaf for it");
        }
        return tile.hash(place);
    }

    /** A full tile never changes again; of one that was not full, what it was at the beginning. */
    private Tile tile(Tile.Name name, long position) {
        for (Tile tile : edge) {
            if (tile.name().equals(name) && tile.width() > 0) {
                return tile;
            }
        }
        return transactions
                .read(connection -> Optional.ofNullable(new TreeRows(connection).tile(name)))
                .orElseThrow(() ->
                        new DoesNotFit(
                                position,
                                "tile %d/%d is not there".formatted(name.level(), name.index())));
    }

    long size() {
        return tree.size();
    }

    byte[] root() {
        return tree.root();
    }
}
