package org.refocusrecord.eventlog.seal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.json.PayloadReader;
import org.refocusrecord.eventlog.json.PayloadUnreadable;
import org.refocusrecord.eventlog.seal.Audited.Misfit;
import org.refocusrecord.eventlog.store.LeafText;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.LogTransactions;
import org.refocusrecord.eventlog.store.RawRow;
import org.refocusrecord.eventlog.store.StoredRow;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.log.HeadsNoted;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;

import javax.sql.DataSource;

/**
 * Audits a whole log: makes every leaf anew of its row, and of the leaves the tree, and holds them
 * against the tree that is kept, against every checkpoint that was ever signed, and against what
 * the log has noted last of its streams. It reads page by page, needs no more memory for a large
 * log than for a small one, and may run while the log is written: it goes as far as the log reached
 * when it began.
 */
public final class LogAudit {

    private static final int PAGE = 5_000;
    private static final String HOLE =
            """
            select position, expected from (
                select position, sequence,
                       row_number() over (partition by stream order by sequence) - 1 as expected
                  from refocus_log.event where position <= ?) e
             where sequence <> expected order by position limit 1
            """;

    private final LogStore store;
    private final LogTransactions transactions;

    /** Of the log in this database, by whoever may read it. */
    public LogAudit(DataSource reader) {
        this.store = new LogStore(reader);
        this.transactions = new LogTransactions(reader);
    }

    /** How far log, tree and checkpoints had come. */
    private record Extent(long head, long sealed, List<Tile> edge, long signed) {}

    @SuppressWarnings("ArrayRecordComponent") // Compared by hand.
    private record Leaf(
            long position, byte[] hash, byte[] storedHash, String name, Instant recordedAt) {}

    /**
     * Audits it up to where it now ends, or to the first thing that does not fit.
     *
     * @param keys the keys that may have signed; none: those that the log keeps are believed
     * @param kept checkpoints of this log that were kept elsewhere, with signatures that hold
     * @param progress told now and then how many events were read
     */
    public Audited audit(List<VerifierKey> keys, List<Checkpoint> kept, LongConsumer progress) {
        Extent extent = transactions.read(LogAudit::extent);
        AuditedTree tree = new AuditedTree(transactions, extent.sealed(), extent.edge());
        SignedSoFar signed = new SignedSoFar(transactions, keys, kept);
        long headsAt = 0;
        Misfit misfit = null;
        try {
            signed.check(tree);
            events(extent, tree, signed, progress);
            requireNoLoss(extent, tree, signed);
            requireSequences(extent.head());
            headsAt = requireHeads(extent);
        } catch (DoesNotFit found) {
            misfit = found.misfit();
        }
        return new Audited(
                tree.size(), extent.sealed(), signed.count(), signed.believed(), headsAt, misfit);
    }

    private static Extent extent(Connection connection) throws SQLException {
        TreeRows rows = new TreeRows(connection);
        long signed = CheckpointRows.newest(connection).map(SignedCheckpoint::size).orElse(0L);
        return new Extent(rows.head(), rows.size(), rows.edgeTiles(), signed);
    }

    private void events(
            Extent extent, AuditedTree tree, SignedSoFar signed, LongConsumer progress) {
        Instant before = Instant.MIN;
        while (tree.size() < extent.head()) {
            int most = (int) Math.min(PAGE, extent.head() - tree.size());
            for (Leaf leaf : leaves(store.rawPage(tree.size(), most))) {
                if (leaf.position() != tree.size() + 1) {
                    break;
                }
                check(leaf, tree);
                if (leaf.recordedAt().isBefore(before)) {
                    throw new DoesNotFit(
                            leaf.position(), leaf.name() + " is older than the one before it");
                }
                before = leaf.recordedAt();
                signed.check(tree);
                most--;
            }
            if (most > 0) {
                throw new DoesNotFit(tree.size() + 1, "there is no event");
            }
            progress.accept(tree.size());
        }
    }

    /** To make leaves is work for more than one core; their order stays. */
    private static List<Leaf> leaves(List<RawRow> rows) {
        return rows.parallelStream().map(LogAudit::leaf).toList();
    }

    private static Leaf leaf(RawRow raw) {
        try {
            StoredRow row = raw.row();
            return new Leaf(
                    row.position(),
                    LeafText.hash(LeafText.leaf(row)),
                    row.leafHash(),
                    "event " + row.eventId(),
                    row.recordedAt());
        } catch (RuntimeException unreadable) {
            // What somebody wrote past every check may be anything.
            throw new DoesNotFit(raw.position(), "what is there is no event any more");
        }
    }

    private static void check(Leaf leaf, AuditedTree tree) {
        try {
            tree.add(leaf.position(), leaf.hash());
        } catch (DoesNotFit found) {
            Misfit misfit = found.misfit();
            throw new DoesNotFit(misfit.position(), leaf.name() + ": " + misfit.what());
        }
        if (!Arrays.equals(leaf.hash(), leaf.storedHash())) {
            throw new DoesNotFit(
                    leaf.position(),
                    leaf.name() + ": the event is not the one that its leaf hash was made of");
        }
    }

    private static void requireNoLoss(Extent extent, AuditedTree tree, SignedSoFar signed) {
        if (extent.sealed() > tree.size()) {
            throw new DoesNotFit(
                    tree.size() + 1,
                    "the log ends before it, and %d events were sealed".formatted(extent.sealed()));
        }
        signed.requireNoMore(tree, extent.signed());
    }

    private void requireSequences(long head) {
        transactions.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(HOLE)) {
                query.setLong(1, head);
                try (ResultSet row = query.executeQuery()) {
                    if (row.next()) {
                        throw new DoesNotFit(
                                row.getLong(1),
                                "its stream has no event with sequence " + row.getLong(2));
                    }
                }
            }
            return true;
        });
    }

    /** What was noted last of all streams is true; answers with the position that it speaks of. */
    private long requireHeads(Extent extent) {
        StoredRow row = lastNote(extent.head());
        if (row == null) {
            return 0;
        }
        try {
            HeadsNoted noted =
                    (HeadsNoted)
                            new PayloadReader()
                                    .read(
                                            row.stream(),
                                            row.type(),
                                            row.revision(),
                                            new EventId(row.eventId()),
                                            row.payload());
            HeadsAudit.Heads heads =
                    transactions.read(connection -> HeadsAudit.at(connection, noted.position()));
            if (heads.streams() != noted.streams()
                    || !HexFormat.of().formatHex(heads.root()).equals(noted.root())) {
                throw new DoesNotFit(
                        row.position(),
                        "what the log noted there of the last events of its streams is not true");
            }
            return noted.position();
        } catch (PayloadUnreadable unreadable) {
            throw new DoesNotFit(row.position(), "a note of heads that this program cannot read");
        }
    }

    private @Nullable StoredRow lastNote(long head) {
        long sequence = store.nextSequence(HeadsNoted.STREAM) - 1;
        while (sequence >= 0) {
            StoredRow row = store.events(HeadsNoted.STREAM, sequence - 1, 1).getFirst();
            if (row.position() <= head) {
                return row;
            }
            sequence--;
        }
        return null;
    }
}
