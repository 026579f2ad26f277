package org.refocusrecord.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
 * Whoever has the owner's power over the database is found out by whoever audits all of the log.
 */
class AuditingTheLogTest {

    private static final long EVENTS = 600;
    private static final long NOTE = EVENTS + 1;

    /** In a full tile, in one that is not full, and the last. */
    private static final List<Long> PLACES = List.of(3L, 300L, 598L);

    @TempDir static Path folder;
    @AutoClose static OpenLog open;
    @AutoClose static final HikariDataSource READER = new HikariDataSource();
    private static SignerKey key;
    private static Checkpoint newest;

    @BeforeAll
    static void with_a_sealed_log() throws SQLException {
        open = new OpenLog(folder);
        READER.setDataSource(open.database().reader());
        READER.setMaximumPoolSize(2);
        key = key(0);
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
            newest = checkpoint(sealer.withHeadsThrough(EVENTS));
        }
        execute("create schema kept");
        for (String table :
                List.of(
                        "refocus_log.event",
                        "refocus_seal.tile",
                        "refocus_seal.edge",
                        "refocus_seal.tree",
                        "refocus_seal.checkpoint")) {
            String kept = table.substring(table.indexOf('.') + 1);
            execute("create table kept.%s as select * from %s".formatted(kept, table));
            execute("alter table %s disable trigger all".formatted(table));
        }
    }

    @AfterEach
    void put_it_back() throws SQLException {
        for (String table :
                List.of(
                        "refocus_log.event",
                        "refocus_seal.tile",
                        "refocus_seal.edge",
                        "refocus_seal.tree",
                        "refocus_seal.checkpoint")) {
            String kept = table.substring(table.indexOf('.') + 1);
            execute(
                    "delete from %s; insert into %1$s select * from kept.%s"
                            .formatted(table, kept));
        }
    }

    @Test
    void as_it_was_sealed_it_is_sound() {
        Audited audited = audit(key.verifier());

        assertThat(audited.misfit()).isNull();
        assertThat(audited.events()).isEqualTo(NOTE);
        assertThat(audited.sealed()).isEqualTo(NOTE);
        assertThat(audited.checkpoints()).isGreaterThanOrEqualTo(1);
        assertThat(audited.headsAt()).isEqualTo(EVENTS);
        assertThat(audited.believed()).isEmpty();
    }

    @Test
    void without_a_key_it_says_which_it_had_to_believe() {
        assertThat(audit().believed()).containsExactly(key.verifier().toString());
    }

    @Test
    void whatever_stands_beside_it_is_named_when_it_is_altered() throws SQLException {
        for (String change :
                List.of(
                        "stream = stream || 'x'",
                        "sequence = 100000",
                        "event_id = gen_random_uuid()",
                        "command_id = gen_random_uuid()",
                        "type = 'goal.sung'",
                        "revision = 2",
                        "occurred_at = occurred_at + interval '1 microsecond'",
                        "recorded_at = recorded_at - interval '1 microsecond'",
                        "posted_by = 'x'",
                        "recorded_by = 'STAFF/x'",
                        "payload = payload || '\\x20'",
                        "leaf_hash = sha256(leaf_hash)")) {
            for (long place : PLACES) {
                altered(place, change);
            }
        }
    }

    @Test
    void an_event_that_was_altered_together_with_its_leaf_hash_is_named() throws SQLException {
        for (long place : PLACES) {
            alterWithItsHash(place);

            assertThat(misfit().position()).isEqualTo(place);
            assertThat(misfit().what()).contains("not the one that was sealed there");
            put_it_back();
        }
    }

    @Test
    void where_the_tree_was_made_anew_over_it_too_the_checkpoints_say_from_where_on()
            throws SQLException {
        alterWithItsHash(300);
        makeTheTreeAnew();

        assertThat(misfit().position()).isEqualTo(101);
        assertThat(misfit().what())
                .contains("up to position 100 nothing was")
                .contains("the checkpoint that the log keeps");
    }

    @Test
    void where_the_checkpoints_are_gone_as_well_one_that_was_kept_elsewhere_finds_it()
            throws SQLException {
        alterWithItsHash(300);
        makeTheTreeAnew();
        execute("delete from refocus_seal.checkpoint");

        assertThat(audit(key.verifier()).misfit()).isNull();
        Misfit misfit = misfit(List.of(newest));
        assertThat(misfit.what()).contains("the checkpoint that was given");
    }

    @Test
    void a_row_that_was_dropped_is_named() throws SQLException {
        for (long place : PLACES) {
            execute("delete from refocus_log.event where position = " + place);

            assertThat(misfit()).isEqualTo(new Misfit(place, "there is no event"));
            put_it_back();
        }
    }

    @Test
    void what_is_no_event_any_more_is_named() throws SQLException {
        execute("alter table refocus_log.event drop constraint event_times");
        execute("update refocus_log.event set occurred_at = 'infinity' where position = 300");

        assertThat(audit(key.verifier()).misfit())
                .isEqualTo(new Misfit(300, "what is there is no event any more"));
    }

    @Test
    void of_two_that_were_swapped_the_first_is_named() throws SQLException {
        execute(
                """
                update refocus_log.event set position = 9000 where position = 299;
                update refocus_log.event set position = 299 where position = 301;
                update refocus_log.event set position = 301 where position = 9000
                """);

        assertThat(misfit().position()).isEqualTo(299);
    }

    @Test
    void a_tail_that_was_cut_is_missed() throws SQLException {
        execute("delete from refocus_log.event where position > 590");

        assertThat(misfit())
                .isEqualTo(
                        new Misfit(
                                591,
                                "the log ends before it, and %d events were sealed"
                                        .formatted(NOTE)));
    }

    @Test
    void a_tail_that_was_cut_from_log_and_tree_is_missed_by_what_was_signed() throws SQLException {
        execute("delete from refocus_log.event where position > 590");
        makeTheTreeAnew();

        assertThat(misfit().position()).isEqualTo(591);
        execute("delete from refocus_seal.checkpoint where size > 590");
        assertThat(audit(key.verifier()).misfit()).isNull();
        assertThat(misfit(List.of(newest)).position()).isEqualTo(591);
    }

    @Test
    void a_checkpoint_of_another_key_is_named() {
        Misfit misfit = Objects.requireNonNull(audit(key(7).verifier()).misfit());

        assertThat(misfit.what()).contains("signed by another key, " + key.verifier());
    }

    @ParameterizedTest
    @ValueSource(strings = {"note = note || E'\\n'", "note = replace(note, E'\\n6', E'\\n7')"})
    void a_checkpoint_that_was_altered_is_named(String change) throws SQLException {
        execute("update refocus_seal.checkpoint set %s where size > 590".formatted(change));

        assertThat(misfit().position()).isBetween(EVENTS, NOTE);
    }

    @Test
    void a_tile_that_was_altered_is_named() throws SQLException {
        execute(
                """
                update refocus_seal.tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1)
                 where level = 0 and index = 1
                """);

        assertThat(misfit().position()).isEqualTo(258);
    }

    @Test
    void a_tile_that_is_gone_is_named_where_it_begins() throws SQLException {
        execute("delete from refocus_seal.tile where level = 0 and index = 1");

        assertThat(misfit().position()).isEqualTo(257);
        assertThat(misfit().what()).endsWith("tile 0/1 is not there");
    }

    @Test
    void a_stream_that_was_begun_with_a_hole_is_named() throws SQLException {
        execute("update refocus_log.event set sequence = sequence + 1 where position = 600");
        keepItsHash(600);
        makeTheTreeAnew();
        execute("delete from refocus_seal.checkpoint where size > 590");

        assertThat(misfit())
                .isEqualTo(new Misfit(600, "its stream has no event with sequence 599"));
    }

    @Test
    void a_note_of_heads_that_is_not_true_is_named() throws SQLException {
        execute(
                """
                update refocus_log.event set payload = convert_to(replace(
                    convert_from(payload, 'UTF8'), '"streams":1', '"streams":2'), 'UTF8')
                 where position = 601
                """);
        keepItsHash(NOTE);
        makeTheTreeAnew();
        execute("delete from refocus_seal.checkpoint where size > 590");

        assertThat(misfit().position()).isEqualTo(NOTE);
        assertThat(misfit().what()).contains("is not true");
    }

    private void altered(long position, String change) throws SQLException {
        execute("update refocus_log.event set %s where position = %d".formatted(change, position));

        assertThat(misfit().position()).as(change).isEqualTo(position);
        execute(
                "delete from refocus_log.event where position = %1$d; insert into refocus_log.event select * from kept.event where position = %1$d"
                        .formatted(position));
    }

    private static void alterWithItsHash(long position) throws SQLException {
        execute("update refocus_log.event set posted_by = 'x' where position = " + position);
        keepItsHash(position);
    }

    private static void keepItsHash(long position) throws SQLException {
        String hash = HexFormat.of().formatHex(LeafText.hash(LeafText.leaf(row(position))));
        execute(
                "update refocus_log.event set leaf_hash = '\\x%s' where position = %d"
                        .formatted(hash, position));
    }

    /** As a forger does who has read how it is kept. */
    private static void makeTheTreeAnew() throws SQLException {
        execute(
                "delete from refocus_seal.tile; delete from refocus_seal.edge;"
                        + " update refocus_seal.tree set size = 0");
        new TreeKeeper(new LogTransactions(open.database().owner()), key, false, TreeKeeper.PAGE)
                .grow();
    }

    private static Misfit misfit() {
        return misfit(List.of());
    }

    private static Misfit misfit(List<Checkpoint> kept) {
        @Nullable Misfit misfit =
                new LogAudit(READER).audit(List.of(key.verifier()), kept, _ -> {}).misfit();
        return Objects.requireNonNull(misfit, "all fits");
    }

    private static Audited audit(VerifierKey... keys) {
        return new LogAudit(READER).audit(List.of(keys), List.of(), _ -> {});
    }

    private static StoredRow row(long position) {
        return open.log().store().page(position - 1, 1).getFirst();
    }

    private static Sealer sealer(Arrivals arrivals) {
        Duration never = Duration.ofDays(1);
        return new Sealer(
                open.log(),
                open.database().appender(),
                arrivals,
                key,
                new SealSettings(never, 1_000_000, never, Duration.ofSeconds(20), false));
    }

    private static Checkpoint checkpoint(SignedCheckpoint signed) {
        return Checkpoint.of(SignedNote.parse(signed.note()));
    }

    private static SignerKey key(int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return SignerKey.of(SealKeyFile.origin(open.log().store().identity().logId()), bytes);
    }

    private static void execute(String sql) throws SQLException {
        ManyEvents.execute(open.database().owner(), sql);
    }
}
