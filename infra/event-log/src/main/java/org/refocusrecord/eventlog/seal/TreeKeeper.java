package org.refocusrecord.eventlog.seal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.store.LogTransactions;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Moves the tree along the log, a page in a transaction with the place it has come to: whenever it
 * is killed, it goes on from there. One at a time over all nodes, by a lock that nobody waits for.
 */
final class TreeKeeper {

    /** Two megabytes of hashes. */
    static final int PAGE = 65_536;

    private final LogTransactions transactions;
    private final SignerKey key;
    private final boolean mayBeAnotherKey;
    private final int page;

    TreeKeeper(LogTransactions transactions, SignerKey key, boolean mayBeAnotherKey, int page) {
        this.transactions = transactions;
        this.key = key;
        this.mayBeAnotherKey = mayBeAnotherKey;
        this.page = page;
    }

    /** What became of a step. */
    enum Step {
        /** There is more to do. */
        MOVED,
        /** The tree has all that the log has. */
        CAUGHT_UP,
        /** Another node is at it. */
        ELSEWHERE
    }

    /** Takes up a page of leaves. */
    Step grow() {
        return transactions.write(connection -> {
            TreeRows rows = new TreeRows(connection);
            long size = rows.size();
            if (size == rows.head()) {
                requireSealed(size, rows);
                return Step.CAUGHT_UP;
            }
            return rows.tryLock() ? grow(rows) : Step.ELSEWHERE;
        });
    }

    private Step grow(TreeRows rows) throws SQLException {
        TreeEdge edge = rows.edge();
        long head = rows.head();
        long size = edge.size();
        if (head < size) {
            throw new SealBroken(
                    "the log ends at position %d, and %d events were sealed".formatted(head, size));
        }
        requireSealed(size, rows);
        long to = Math.min(head, size + page);
        List<Tile> full = new ArrayList<>();
        rows.leafHashes(size, to, hash -> edge.add(hash, full::add));
        rows.add(full);
        rows.keep(edge);
        return to < head ? Step.MOVED : Step.CAUGHT_UP;
    }

    /**
     * A log that was cut, and has grown again since, has another event in the place of the last one
     * that was sealed: it would be sealed in the place of what follows.
     */
    static void requireSealed(long position, TreeRows rows) throws SQLException {
        if (position > 0
                && !Arrays.equals(
                        rows.leafHash(position).orElse(null), tiles(rows).at(0, position - 1))) {
            throw new SealBroken(
                    "the log does not have the event at position %d that was sealed"
                            .formatted(position));
        }
    }

    /**
     * Signs the tree as it stands, if it goes on from what was signed last; empty where another
     * node is at it.
     */
    Optional<SignedCheckpoint> sign() {
        return transactions.write(connection -> {
            TreeRows rows = new TreeRows(connection);
            if (!rows.tryLock()) {
                return Optional.empty();
            }
            SignedCheckpoint last = CheckpointRows.newest(connection).orElse(null);
            TreeEdge edge = rows.edge();
            if (last != null && last.size() == edge.size() && last.isBy(key.verifier())) {
                return Optional.of(last);
            }
            requireToGoOn(last, edge, rows);
            Checkpoint checkpoint = new Checkpoint(key.verifier().name(), edge.size(), edge.root());
            CheckpointRows.add(connection, checkpoint, checkpoint.signedBy(key), key.verifier());
            return CheckpointRows.newest(connection);
        });
    }

    /** What was signed once must stand for ever, and two keys must not sign by turns. */
    private void requireToGoOn(@Nullable SignedCheckpoint last, TreeEdge edge, TreeRows rows) {
        if (last != null && !last.isBy(key.verifier()) && !mayBeAnotherKey) {
            throw new SealBroken("the newest checkpoint was signed by " + last.verifier());
        }
        if (last == null || last.size() == 0) {
            return;
        }
        List<byte[]> path =
                last.size() > edge.size()
                        ? List.of()
                        : new MerkleProofs(tiles(rows)).consistency(last.size(), edge.size());
        if (!MerkleVerification.continues(
                last.size(), last.root(), edge.size(), edge.root(), path)) {
            throw new SealBroken(
                    "the tree of %d events does not go on from the checkpoint over %d"
                            .formatted(edge.size(), last.size()));
        }
    }

    /** The tiles that a transaction sees. */
    static Tiles tiles(TreeRows rows) {
        return new Tiles(name -> {
            try {
                Tile tile = rows.tile(name);
                if (tile == null) {
                    throw new SealBroken(
                            "tile %d/%d is not there".formatted(name.level(), name.index()));
                }
                return tile;
            } catch (SQLException lost) {
                throw new LogTransactions.Lost(lost);
            }
        });
    }

    /** The newest checkpoint; empty before the first. */
    Optional<SignedCheckpoint> newest() {
        return transactions.read(CheckpointRows::newest);
    }

    /** How many events the tree has. */
    long size() {
        return transactions.read(connection -> new TreeRows(connection).size());
    }
}
