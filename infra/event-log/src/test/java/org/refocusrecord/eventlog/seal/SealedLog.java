package org.refocusrecord.eventlog.seal;

import com.zaxxer.hikari.HikariDataSource;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.CaseInTheLog;
import org.refocusrecord.eventlog.OpenLog;
import org.refocusrecord.eventlog.seal.Audited.Misfit;
import org.refocusrecord.eventlog.store.LeafText;
import org.refocusrecord.eventlog.store.LogTransactions;
import org.refocusrecord.eventlog.store.StoredRow;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * A log of six hundred events under two checkpoints, in which somebody with the owner's power may
 * alter what he likes; it can be put back as it was, and audited.
 */
final class SealedLog implements AutoCloseable {

    static final long EVENTS = 600;

    /** Where the heads of its streams were noted, as its last event. */
    static final long NOTE = EVENTS + 1;

    /** In a full tile, in one that is not full, and the last. */
    static final List<Long> PLACES = List.of(3L, 300L, 598L);

    private static final List<String> TABLES =
            List.of(
                    "refocus_log.event",
                    "refocus_seal.tile",
                    "refocus_seal.edge",
                    "refocus_seal.tree",
                    "refocus_seal.checkpoint");

    private final OpenLog open;
    private final HikariDataSource reader = new HikariDataSource();
    private final SignerKey key;
    private final Checkpoint newest;

    SealedLog(Path folder) throws SQLException {
        open = new OpenLog(folder);
        reader.setDataSource(open.database().as("refocus_reader"));
        reader.setMaximumPoolSize(2);
        key = key(0);
        newest = sealed();
        execute("create schema kept");
        for (String table : TABLES) {
            execute("create table %s as select * from %s".formatted(kept(table), table));
            execute("alter table %s disable trigger all".formatted(table));
        }
    }

    private Checkpoint sealed() {
        CaseInTheLog caseFile = new CaseInTheLog();
        open.log().append(caseFile.opening("o"));
        open.log().append(caseFile.death(1, "d"));
        try (Arrivals arrivals = new Arrivals(open.database().reader())) {
            Sealer sealer = sealer(arrivals);
            for (int next = 2; next < EVENTS; next += 2) {
                open.log().append(caseFile.voicing(next, "v", "I want to sing"));
                if (next == 98) {
                    sealer.through(100);
                }
            }
            SignedCheckpoint signed =
                    sealer.withHeadsThrough(caseFile.stream(), EVENTS).checkpoint();
            return Checkpoint.of(SignedNote.parse(signed.note()));
        }
    }

    private Sealer sealer(Arrivals arrivals) {
        Duration never = Duration.ofDays(1);
        return new Sealer(
                open.log(),
                open.database().appender(),
                open.database().reader(),
                arrivals,
                key,
                new SealSettings(never, 1_000_000, never, Duration.ofSeconds(20), false));
    }

    private static String kept(String table) {
        return "kept." + table.substring(table.indexOf('.') + 1);
    }

    void putBack() throws SQLException {
        for (String table : TABLES) {
            execute(
                    "delete from %s; insert into %1$s select * from %s"
                            .formatted(table, kept(table)));
        }
    }

    /** One event alone, which is faster. */
    void putBack(long position) throws SQLException {
        execute(
                "delete from refocus_log.event where position = %1$d; insert into refocus_log.event select * from kept.event where position = %1$d"
                        .formatted(position));
    }

    /** The key that has signed. */
    VerifierKey signer() {
        return key.verifier();
    }

    /** A key that this log's could be. */
    SignerKey key(int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return SignerKey.of(SealKeyFile.origin(open.log().store().identity().logId()), bytes);
    }

    /** The checkpoint over all of it, as somebody may have kept it elsewhere. */
    Checkpoint newest() {
        return newest;
    }

    void alter(long position, String change) throws SQLException {
        execute("update refocus_log.event set %s where position = %d".formatted(change, position));
    }

    void alterWithItsHash(long position) throws SQLException {
        alter(position, "posted_by = 'x'");
        keepItsHash(position);
    }

    void keepItsHash(long position) throws SQLException {
        StoredRow row = open.log().store().page(position - 1, 1).getFirst();
        String hash = HexFormat.of().formatHex(LeafText.hash(LeafText.leaf(row)));
        alter(position, "leaf_hash = '\\x%s'".formatted(hash));
    }

    /** As a forger does who has read how it is kept. */
    void makeTheTreeAnew() throws SQLException {
        execute(
                "delete from refocus_seal.tile; delete from refocus_seal.edge;"
                        + " update refocus_seal.tree set size = 0");
        new TreeKeeper(new LogTransactions(open.database().owner()), key, false, TreeKeeper.PAGE)
                .grow();
    }

    Audited audit(VerifierKey... keys) {
        return new LogAudit(reader).audit(List.of(keys), List.of(), _ -> {});
    }

    /** What an audit finds that believes the key that has signed. */
    Misfit misfit() {
        return misfit(List.of());
    }

    /** The same, with checkpoints that were kept elsewhere. */
    Misfit misfit(List<Checkpoint> kept) {
        @Nullable Misfit misfit =
                new LogAudit(reader).audit(List.of(signer()), kept, _ -> {}).misfit();
        return Objects.requireNonNull(misfit, "all fits");
    }

    void execute(String sql) throws SQLException {
        ManyEvents.execute(open.database().owner(), sql);
    }

    @Override
    public void close() {
        reader.close();
        open.close();
    }
}
