package org.refocusrecord.eventlog.seal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.store.LogTransactions;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

/** Proofs out of the seal as it is kept. */
public final class Sealed {

    private final LogTransactions transactions;

    /** Out of this database. */
    public Sealed(DataSource reader) {
        this.transactions = new LogTransactions(reader);
    }

    /**
     * That one size of the tree goes on from another.
     *
     * @param path the proof, empty where the sizes are one, or the first is nothing
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    public record Consistency(
            long from, long to, List<byte[]> path, byte[] fromRoot, byte[] toRoot) {}

    /** The heads of all streams as they were noted last, and what shows one of them. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    public record Heads(
            long position, long notedAt, StreamHead head, List<byte[]> path, byte[] root) {}

    /** The same under a checkpoint that covers their note. */
    public record Covered(Heads heads, SignedCheckpoint checkpoint) {}

    /** The newest checkpoint; empty before the first. */
    public Optional<SignedCheckpoint> newest() {
        return transactions.read(CheckpointRows::newest);
    }

    /** How many events the tree has. */
    public long size() {
        return transactions.read(connection -> new TreeRows(connection).size());
    }

    /** What shows that the event at a position is in the tree of a size. */
    public List<byte[]> inclusion(long position, long size) {
        return transactions.read(connection -> proofs(connection).inclusion(position - 1, size));
    }

    /** The same of many, which lie near each other: their tiles are fetched once. */
    public List<List<byte[]>> inclusions(List<Long> positions, long size) {
        return transactions.read(connection -> {
            MerkleProofs proofs = proofs(connection);
            return positions.stream()
                    .map(position -> proofs.inclusion(position - 1, size))
                    .toList();
        });
    }

    /** What shows that the tree of one size goes on from that of another. */
    public Consistency consistency(long from, long to) {
        return transactions.read(connection -> {
            MerkleProofs proofs = proofs(connection);
            List<byte[]> path = from == 0 ? List.of() : proofs.consistency(from, to);
            return new Consistency(from, to, path, proofs.root(from), proofs.root(to));
        });
    }

    private static MerkleProofs proofs(Connection connection) {
        return new MerkleProofs(TreeKeeper.tiles(new TreeRows(connection)));
    }

    /** The head of a stream as it was noted last; empty where it was not noted with any event. */
    Optional<Heads> heads(String stream) {
        return transactions.read(
                connection -> heads(connection, stream, new HeadRows(connection).state()));
    }

    /**
     * The head of a stream under the newest checkpoint, both as they are at one moment; empty where
     * the heads of all that was recorded up to a position are not noted, or the note is not covered
     * by a checkpoint of this key.
     */
    Optional<Covered> covered(String stream, long position, VerifierKey verifier) {
        return transactions.read(connection -> {
            HeadRows.State state = new HeadRows(connection).state();
            SignedCheckpoint newest = CheckpointRows.newest(connection).orElse(null);
            if (newest == null
                    || !newest.isBy(verifier)
                    || !new LoggedHeads(connection).areIn(state, position)) {
                return Optional.empty();
            }
            return heads(connection, stream, state)
                    .filter(heads -> heads.notedAt() <= newest.size())
                    .map(heads -> new Covered(heads, newest));
        });
    }

    private static Optional<Heads> heads(Connection connection, String stream, HeadRows.State state)
            throws SQLException {
        @Nullable Long notedAt = state.notedAt();
        long last = new LoggedHeads(connection).last(stream, state.position());
        if (notedAt == null || last < 0) {
            return Optional.empty();
        }
        StreamHead head = new StreamHead(stream, last);
        List<byte[]> path =
                new HeadRows(connection)
                        .tree()
                        .path(head.place())
                        .orElseThrow(
                                () -> new SealBroken("the tree of heads does not have " + stream));
        return Optional.of(new Heads(state.position(), notedAt, head, path, state.root()));
    }
}
