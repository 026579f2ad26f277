package org.refocusrecord.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.seal.Audited.Misfit;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Whoever alters events with the owner's power over the database is found out by whoever audits all
 * of the log.
 */
class AuditingTheLogTest {

    @TempDir static Path folder;
    @AutoClose static SealedLog log;

    @BeforeAll
    static void with_a_sealed_log() throws SQLException {
        log = new SealedLog(folder);
    }

    @AfterEach
    void put_it_back() throws SQLException {
        log.putBack();
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
            for (long place : SealedLog.PLACES) {
                altered(place, change);
            }
        }
    }

    @Test
    void an_event_that_was_altered_together_with_its_leaf_hash_is_named() throws SQLException {
        for (long place : SealedLog.PLACES) {
            log.alterWithItsHash(place);

            assertThat(log.misfit().position()).isEqualTo(place);
            assertThat(log.misfit().what()).contains("not the one that was sealed there");
            log.putBack();
        }
    }

    @Test
    void a_row_that_was_dropped_is_named() throws SQLException {
        for (long place : SealedLog.PLACES) {
            log.execute("delete from refocus_log.event where position = " + place);

            assertThat(log.misfit()).isEqualTo(new Misfit(place, "there is no event"));
            log.putBack();
        }
    }

    @Test
    void what_is_no_event_any_more_is_named() throws SQLException {
        log.execute("alter table refocus_log.event drop constraint event_times");
        log.execute("update refocus_log.event set occurred_at = 'infinity' where position = 300");

        assertThat(log.audit(log.signer()).misfit())
                .isEqualTo(new Misfit(300, "what is there is no event any more"));
    }

    @Test
    void of_two_that_were_swapped_the_first_is_named() throws SQLException {
        log.execute(
                """
                update refocus_log.event set position = 9000 where position = 299;
                update refocus_log.event set position = 299 where position = 301;
                update refocus_log.event set position = 301 where position = 9000
                """);

        assertThat(log.misfit().position()).isEqualTo(299);
    }

    @Test
    void a_tail_that_was_cut_is_missed() throws SQLException {
        log.execute("delete from refocus_log.event where position > 590");

        assertThat(log.misfit())
                .isEqualTo(
                        new Misfit(
                                591,
                                "the log ends before it, and %d events were sealed"
                                        .formatted(SealedLog.NOTE)));
    }

    @Test
    void a_stream_that_was_begun_with_a_hole_is_named() throws SQLException {
        log.execute("update refocus_log.event set sequence = sequence + 1 where position = 600");
        log.keepItsHash(600);
        log.makeTheTreeAnew();
        log.execute("delete from refocus_seal.checkpoint where size > 590");

        assertThat(log.misfit())
                .isEqualTo(new Misfit(600, "its stream has no event with sequence 599"));
    }

    @Test
    void a_note_of_heads_that_is_not_true_is_named() throws SQLException {
        log.execute(
                """
                update refocus_log.event set payload = convert_to(replace(
                    convert_from(payload, 'UTF8'), '"streams":1', '"streams":2'), 'UTF8')
                 where position = 601
                """);
        log.keepItsHash(SealedLog.NOTE);
        log.makeTheTreeAnew();
        log.execute("delete from refocus_seal.checkpoint where size > 590");

        assertThat(log.misfit().position()).isEqualTo(SealedLog.NOTE);
        assertThat(log.misfit().what()).contains("is not true");
    }

    private static void altered(long position, String change) throws SQLException {
        log.alter(position, change);

        assertThat(log.misfit().position()).as(change).isEqualTo(position);
        log.putBack(position);
    }
}
