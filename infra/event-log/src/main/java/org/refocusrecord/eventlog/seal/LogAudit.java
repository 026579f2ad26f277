package org.refocusrecord.eventlog.seal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.LogBroken;
import org.refocusrecord.eventlog.LogPages;
import org.refocusrecord.eventlog.seal.Audited.Misfit;
import org.refocusrecord.eventlog.seal.AuditedRow.Leaf;
import org.refocusrecord.eventlog.seal.AuditedRow.NoEvent;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.LogTransactions;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

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

    private final LogStore store;
    private final LogTransactions transactions;

    /** Of the log in this database, by whoever may read it. */
    public LogAudit(DataSource reader) {
        this.store = new LogStore(reader);
        this.transactions = new LogTransactions(reader);
    }

    /** How far log, tree and checkpoints had come. */
    private record Extent(long head, long sealed, List<Tile> edge, long signed) {}

    /** By which keys a checkpoint of this log was signed: those that are given, else its own. */
    public KeysOfLog keys(List<VerifierKey> given) {
        return new KeysOfLog(
                SealKeyFile.origin(store.identity().logId()),
                given,
                given.isEmpty() ? kept() : given);
    }

    private List<VerifierKey> kept() {
        return transactions.read(CheckpointRows::verifiers).stream()
                .flatMap(text -> {
                    try {
                        return Stream.of(VerifierKey.parse(text));
                    } catch (NotANote altered) {
                        return Stream.empty(); // The audit will name it.
                    }
                })
                .toList();
    }

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
        @Nullable Misfit misfit = null;
        try {
            signed.check(tree);
            events(extent.head(), tree, signed, progress);
            requireNoLoss(extent, tree, signed);
            transactions.read(connection -> {
                AuditedCommands.requireOnce(connection, extent.head());
                AuditedStreams.requireWhole(connection, extent.head());
                return true;
            });
            headsAt = new AuditedStreams(store, transactions).requireHeads(extent.head());
        } catch (DoesNotFit found) {
            misfit = found.misfit();
        }
        return new Audited(
                extent.head(),
                tree.size(),
                extent.sealed(),
                extent.signed(),
                signed.count(),
                signed.believed(),
                headsAt,
                misfit);
    }

    private static Extent extent(Connection connection) throws SQLException {
        TreeRows rows = new TreeRows(connection);
        long signed = CheckpointRows.newest(connection).map(SignedCheckpoint::size).orElse(0L);
        return new Extent(rows.head(), rows.size(), rows.edgeTiles(), signed);
    }

    private void events(long head, AuditedTree tree, SignedSoFar signed, LongConsumer progress) {
        AuditedCommands commands = new AuditedCommands();
        try (Stream<AuditedRow> rows =
                new LogPages<>(store, LogStore::rawPage, AuditedRow::of, 0, head, PAGE).stream()) {
            Instant before = Instant.MIN;
            for (AuditedRow row : (Iterable<AuditedRow>) rows::iterator) {
                Leaf leaf = leaf(row);
                tree.add(leaf);
                if (!leaf.isAsHashed()) {
                    throw leaf.misfit("the event is not the one that its leaf hash was made of");
                }
                if (leaf.recordedAt().isBefore(before)) {
                    throw leaf.misfit("it is older than the one before it");
                }
                commands.check(leaf);
                before = leaf.recordedAt();
                signed.check(tree);
                if (tree.size() % PAGE == 0) {
                    progress.accept(tree.size());
                }
            }
        } catch (LogBroken.AtPositions hole) {
            throw new DoesNotFit(hole.first(), "there is no event");
        }
        if (tree.size() < head) {
            throw new DoesNotFit(tree.size() + 1, "there is no event");
        }
    }

    private static Leaf leaf(AuditedRow row) {
        return switch (row) {
            case Leaf leaf -> leaf;
            case NoEvent none ->
                    throw new DoesNotFit(none.position(), "what is there is no event any more");
        };
    }

    private static void requireNoLoss(Extent extent, AuditedTree tree, SignedSoFar signed) {
        if (extent.sealed() > tree.size()) {
            throw new DoesNotFit(
                    tree.size() + 1,
                    "the log ends before it, and %d events were sealed".formatted(extent.sealed()));
        }
        signed.requireNoMore(tree, extent.signed());
    }
}
