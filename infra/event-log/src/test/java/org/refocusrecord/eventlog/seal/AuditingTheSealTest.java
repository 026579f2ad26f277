package org.refocusrecord.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.eventlog.seal.Audited.Misfit;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * Whoever alters the tree or what was signed over it, so that nobody finds what became of the
 * events, is found out too; at the latest by a checkpoint that was kept elsewhere.
 */
class AuditingTheSealTest {

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
    void as_it_was_sealed_it_is_sound() {
        Audited audited = log.audit(log.signer());

        assertThat(audited.misfit()).isNull();
        assertThat(audited.events()).isEqualTo(SealedLog.NOTE);
        assertThat(audited.sealed()).isEqualTo(SealedLog.NOTE);
        assertThat(audited.signed()).isEqualTo(SealedLog.NOTE);
        assertThat(audited.checkpoints()).isGreaterThanOrEqualTo(1);
        assertThat(audited.headsAt()).isEqualTo(SealedLog.EVENTS);
        assertThat(audited.believed()).isEmpty();
    }

    @Test
    void what_stands_in_the_tree_and_was_not_signed_yet_is_told_apart() throws SQLException {
        log.execute("delete from refocus_seal.checkpoint where size > 590");

        Audited audited = log.audit(log.signer());

        assertThat(audited.misfit()).isNull();
        assertThat(audited.sealed()).isEqualTo(SealedLog.NOTE);
        assertThat(audited.signed()).isEqualTo(100);
    }

    @Test
    void without_a_key_it_says_which_it_had_to_believe() {
        assertThat(log.audit().believed()).containsExactly(log.signer().toString());
    }

    @Test
    void where_the_tree_was_made_anew_over_it_too_the_checkpoints_say_from_where_on()
            throws SQLException {
        log.alterWithItsHash(300);
        log.makeTheTreeAnew();

        assertThat(log.misfit().position()).isEqualTo(101);
        assertThat(log.misfit().what())
                .contains("up to position 100 nothing was")
                .contains("the checkpoint that the log keeps");
    }

    @Test
    void where_the_checkpoints_are_gone_as_well_one_that_was_kept_elsewhere_finds_it()
            throws SQLException {
        log.alterWithItsHash(300);
        log.makeTheTreeAnew();
        log.execute("delete from refocus_seal.checkpoint");

        assertThat(log.audit(log.signer()).misfit()).isNull();
        Misfit misfit = log.misfit(List.of(log.newest()));
        assertThat(misfit.what()).contains("the checkpoint that was given");
    }

    @Test
    void a_tail_that_was_cut_from_log_and_tree_is_missed_by_what_was_signed() throws SQLException {
        log.execute("delete from refocus_log.event where position > 590");
        log.makeTheTreeAnew();

        assertThat(log.misfit().position()).isEqualTo(591);
        log.execute("delete from refocus_seal.checkpoint where size > 590");
        assertThat(log.audit(log.signer()).misfit()).isNull();
        assertThat(log.misfit(List.of(log.newest())).position()).isEqualTo(591);
    }

    @Test
    void a_checkpoint_of_another_key_is_named() {
        Misfit misfit = Objects.requireNonNull(log.audit(log.key(7).verifier()).misfit());

        assertThat(misfit.what()).contains("signed by another key, " + log.signer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"note = note || E'\\n'", "note = replace(note, E'\\n6', E'\\n7')"})
    void a_checkpoint_that_was_altered_is_named(String change) throws SQLException {
        log.execute("update refocus_seal.checkpoint set %s where size > 590".formatted(change));

        assertThat(log.misfit().position()).isBetween(SealedLog.EVENTS, SealedLog.NOTE);
    }

    @Test
    void a_tile_that_was_altered_is_named() throws SQLException {
        log.execute(
                """
                update refocus_seal.tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1)
                 where level = 0 and index = 1
                """);

        assertThat(log.misfit().position()).isEqualTo(258);
    }

    @Test
    void a_tile_that_is_gone_is_named_where_it_begins() throws SQLException {
        log.execute("delete from refocus_seal.tile where level = 0 and index = 1");

        assertThat(log.misfit().position()).isEqualTo(257);
        assertThat(log.misfit().what()).endsWith("tile 0/1 is not there");
    }
}
