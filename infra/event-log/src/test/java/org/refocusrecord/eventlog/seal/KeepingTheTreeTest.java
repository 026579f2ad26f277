package org.refocusrecord.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.eventlog.store.LogMigrations;
import org.refocusrecord.eventlog.store.LogTransactions;
import org.refocusrecord.testkit.TestDatabase;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class KeepingTheTreeTest {

    private static final SignerKey KEY = key(1);

    private final TestDatabase database = TestDatabase.migrated("log", LogMigrations::apply);

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_hundred_thousand_events_have_the_root_of_a_plain_tree() throws SQLException {
        ManyEvents.add(database, 1, 100_000);
        List<byte[]> leaves = ManyEvents.leaves(100_000);

        grow(keeper(TreeKeeper.PAGE));
        SignedCheckpoint signed = keeper(TreeKeeper.PAGE).sign().orElseThrow();

        assertThat(signed.size()).isEqualTo(100_000);
        assertThat(signed.root()).isEqualTo(SecondTree.mth(leaves));
        assertThat(sealed().inclusion(54_321, 77_777))
                .containsExactlyElementsOf(SecondTree.path(54_320, leaves.subList(0, 77_777)));
        assertThat(sealed().consistency(4_096, 99_999).path())
                .containsExactlyElementsOf(
                        SecondTree.subproof(4_096, leaves.subList(0, 99_999), true));
    }

    @Test
    void a_checkpoint_is_a_note_of_the_log_that_its_key_has_signed() throws SQLException {
        ManyEvents.add(database, 1, 300);
        grow(keeper(1_000));

        SignedNote note = SignedNote.parse(keeper(1_000).sign().orElseThrow().note());

        assertThat(note.by(KEY.verifier())).isEqualTo(SignedNote.Verdict.SIGNED);
        assertThat(Checkpoint.of(note).size()).isEqualTo(300);
    }

    @Test
    void several_that_follow_at_once_keep_one_tree() throws Exception {
        ManyEvents.add(database, 1, 20_000);
        Callable<Boolean> following =
                () -> {
                    TreeKeeper keeper = keeper(97);
                    while (keeper.size() < 20_000) {
                        keeper.grow();
                        keeper.sign();
                    }
                    return true;
                };
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> each :
                    threads.invokeAll(List.of(following, following, following, following))) {
                assertThat(each.get()).isTrue();
            }
        }

        assertThat(keeper(97).sign().map(SignedCheckpoint::root))
                .hasValueSatisfying(root ->
                        assertThat(root).isEqualTo(SecondTree.mth(ManyEvents.leaves(20_000))));
    }

    @Test
    void however_often_it_is_killed_it_goes_on_with_the_same_tree() throws Exception {
        ManyEvents.add(database, 1, 30_000);
        Thread killing = Thread.ofPlatform().start(this::killAgainAndAgain);
        TreeKeeper keeper = keeper(301);
        int failures = 0;
        while (killing.isAlive() || size() < 30_000) {
            try {
                keeper.grow();
                keeper.sign();
            } catch (RuntimeException killed) {
                failures++;
            }
        }

        assertThat(failures).isPositive();
        assertThat(keeper.sign().map(SignedCheckpoint::root))
                .hasValueSatisfying(root ->
                        assertThat(root).isEqualTo(SecondTree.mth(ManyEvents.leaves(30_000))));
    }

    private void killAgainAndAgain() {
        try {
            for (int blow = 0; blow < 100; blow++) {
                ManyEvents.execute(
                        database.superuser(),
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
                                + " current_database() and usename = 'refocus_appender'");
                Thread.sleep(7);
            }
        } catch (SQLException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private long size() {
        return sealed().size();
    }

    @Test
    void a_log_whose_tail_was_cut_is_found_and_nothing_is_signed() throws SQLException {
        ManyEvents.add(database, 1, 1_000);
        grow(keeper(1_000));
        tamper("delete from refocus_log.event where position > 990");

        assertThatThrownBy(() -> keeper(1_000).grow())
                .isInstanceOf(SealBroken.class)
                .hasMessage("the log ends at position 990, and 1000 events were sealed");
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "1000, 1001", "1024, 1024", "1024, 3000"})
    void a_log_that_was_cut_and_has_grown_again_is_not_sealed_on(int before, int after)
            throws SQLException {
        ManyEvents.add(database, 1, before);
        grow(keeper(1_000));
        tamper("delete from refocus_log.event where position > 990");
        ManyEvents.add(database, 991, after);
        tamper("update refocus_log.event set leaf_hash = sha256('other') where position > 990");

        assertThatThrownBy(() -> keeper(1_000).grow())
                .isInstanceOf(SealBroken.class)
                .hasMessage(
                        "the log does not have the event at position %d that was sealed", before);
    }

    @Test
    void a_row_that_is_gone_before_it_was_sealed_is_named() throws SQLException {
        ManyEvents.add(database, 1, 1_000);
        tamper("delete from refocus_log.event where position = 500");

        assertThatThrownBy(() -> keeper(1_000).grow())
                .isInstanceOf(SealBroken.class)
                .hasMessage("the log has no event at position 500");
    }

    @ParameterizedTest
    @ValueSource(ints = {499, 500, 1_000})
    void a_record_time_that_falls_is_named_before_it_is_sealed(int page) throws SQLException {
        ManyEvents.add(database, 1, 1_000);
        tamper(
                "update refocus_log.event set recorded_at = recorded_at - interval '1 day'"
                        + " where position = 500");

        assertThatThrownBy(() -> grow(keeper(page)))
                .isInstanceOf(SealBroken.class)
                .hasMessage("the record time falls at position 500");
    }

    @Test
    void a_tree_that_does_not_go_on_from_what_was_signed_is_never_signed() throws SQLException {
        ManyEvents.add(database, 1, 1_000);
        grow(keeper(1_000));
        keeper(1_000).sign();
        ManyEvents.add(database, 1_001, 1_100);
        ManyEvents.execute(
                database.owner(),
                "alter table refocus_seal.tile disable trigger all;update refocus_seal.tile set"
                    + " hashes = set_byte(hashes, 77, 1 # get_byte(hashes, 77)) where level = 0 and"
                    + " index = 1;update refocus_seal.edge set hashes = set_byte(hashes, 33, 1 #"
                    + " get_byte(hashes, 33)) where level = 1");
        grow(keeper(1_000));

        assertThatThrownBy(() -> keeper(1_000).sign())
                .isInstanceOf(SealBroken.class)
                .hasMessage("the tree of 1100 events does not go on from the checkpoint over 1000");
    }

    @Test
    void another_key_signs_only_where_it_is_said_to_be_another() throws SQLException {
        ManyEvents.add(database, 1, 10);
        grow(keeper(1_000));
        keeper(1_000).sign();
        LogTransactions transactions = new LogTransactions(database.appender());

        assertThatThrownBy(() -> new TreeKeeper(transactions, key(2), false, 10).sign())
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining(KEY.verifier().toString());
        assertThat(new TreeKeeper(transactions, key(2), true, 10).sign())
                .map(SignedCheckpoint::verifier)
                .hasValue(key(2).verifier().toString());
    }

    @Test
    void an_empty_log_has_a_checkpoint_too() {
        Optional<SignedCheckpoint> signed = keeper(10).sign();

        assertThat(signed.map(SignedCheckpoint::size)).hasValue(0L);
        assertThat(signed.map(SignedCheckpoint::root)).hasValue(SecondTree.mth(List.of()));
    }

    @Test
    void what_was_kept_and_signed_is_changed_by_nobody() throws SQLException {
        ManyEvents.add(database, 1, 300);
        grow(keeper(1_000));
        keeper(1_000).sign();
        for (String change :
                List.of(
                        "update refocus_seal.tile set level = level",
                        "delete from refocus_seal.tile",
                        "truncate refocus_seal.tile",
                        "update refocus_seal.checkpoint set size = 1",
                        "delete from refocus_seal.checkpoint",
                        "update refocus_seal.tree set size = 1",
                        "delete from refocus_seal.tree")) {
            assertThatThrownBy(() -> ManyEvents.execute(database.owner(), change))
                    .hasFieldOrPropertyWithValue("SQLState", "RR001");
        }
    }

    private void tamper(String sql) throws SQLException {
        ManyEvents.execute(
                database.owner(), "alter table refocus_log.event disable trigger all; " + sql);
    }

    private TreeKeeper keeper(int page) {
        return new TreeKeeper(new LogTransactions(database.appender()), KEY, false, page);
    }

    private Sealed sealed() {
        return new Sealed(database.reader());
    }

    private static void grow(TreeKeeper keeper) {
        while (keeper.grow() == TreeKeeper.Step.MOVED) {}
    }

    private static SignerKey key(int value) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) value);
        return SignerKey.of("refocus-record/test", seed);
    }
}
