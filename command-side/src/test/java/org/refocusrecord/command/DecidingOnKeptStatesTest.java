package org.refocusrecord.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Goals.goalSet;
import static org.refocusrecord.command.example.Goals.stepPlanned;
import static org.refocusrecord.command.example.Meeting.session;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.door.DispatchDoor.Outcome;
import org.refocusrecord.command.door.StateDoor;
import org.refocusrecord.command.example.Cast;
import org.refocusrecord.command.example.Facts;
import org.refocusrecord.command.example.Meeting;
import org.refocusrecord.command.example.Mending;
import org.refocusrecord.command.example.Telling;
import org.refocusrecord.eventlog.Receipt;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.store.LogMigrations;
import org.refocusrecord.testkit.TestDatabase;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Two nodes write to one case, and each keeps the state as it last saw it. A kept state may be
 * stale: it never refuses what is so by now, and never lets pass what is no longer so.
 */
class DecidingOnKeptStatesTest {

    @AutoClose
    private final TestDatabase database = TestDatabase.migrated("log", LogMigrations::apply);

    @TempDir private Path keys;
    private Node here;
    private Node there;

    @BeforeEach
    void two_nodes_know_a_case() {
        MasterKey master =
                new MasterKeyFile(keys.resolve("master.key"), Randomness.secure()).open(false);
        here = new Node(database, master, 1_000);
        there = new Node(database, master, 1_000);
        here.records(Facts.told(Facts.opened()));
        there.records(session(goalSet("known to both")));
        here.records(session("here", goalSet("set here")));
    }

    @AfterEach
    void the_nodes_end() {
        here.close();
        there.close();
    }

    @Test
    void what_another_node_recorded_can_be_rested_on() {
        Receipt receipt = there.records(session("there", stepPlanned("set here", "a step")));

        assertThat(receipt.version()).isEqualTo(7);
    }

    @Test
    void what_another_node_took_out_can_not() {
        there.records(Mending.marked("mistake", entry("set set here")));

        cannotBeRestedOn("set here");
    }

    @Test
    void what_another_node_recorded_under_the_same_id_is_a_repeat() {
        Telling again = session("there", stepPlanned("set here", "a step"));
        there.records(again);

        assertThat(here.tells(again)).isInstanceOf(Outcome.RecordedBefore.class);
    }

    @Test
    void a_case_that_is_there_is_not_begun_again() {
        assertThat(there.tells(Facts.told(Facts.opened())))
                .isInstanceOf(Outcome.RecordedBefore.class);
    }

    @Test
    void a_state_that_is_kept_is_the_one_that_would_be_loaded() {
        here.records(session("more", stepPlanned("set here", "a step"), goalSet("another")));
        here.records(Mending.marked("mistake", entry("set another")));
        String stream = CaseCommand.streamOf(Cast.CASE);

        assertThat(here.states.cases().asKept(stream))
                .isEqualTo(new StateDoor(here.log, Cast.LONDON, 1_000).cases().atHead(stream));
    }

    @Test
    void what_the_log_has_lost_is_known_to_nobody() throws SQLException {
        here.records(session("lost", goalSet("lost with the old primary")));
        theLogLosesAllAfter(5);
        assertThat(here.atHead()).isEqualTo(there.atHead());

        there.records(session("there", goalSet("set in its place")));
        assertThat(here.atHead()).isEqualTo(there.atHead());
        here.records(session("here again", stepPlanned("set in its place", "a step")));

        assertThat(here.atHead()).isEqualTo(there.atHead());
    }

    @Test
    void what_the_log_has_lost_cannot_be_rested_on() throws SQLException {
        here.records(session("lost", goalSet("lost with the old primary")));
        theLogLosesAllAfter(5);
        there.records(session("there", goalSet("set in its place")));

        cannotBeRestedOn("lost with the old primary");
    }

    @Test
    void nor_can_it_where_the_last_of_it_was_sent_again() throws SQLException {
        Meeting again = session("sent again", goalSet("kept by whoever sent it"));
        here.records(session("lost", goalSet("lost with the old primary")));
        here.records(again);
        theLogLosesAllAfter(5);
        there.records(session("there", goalSet("set in its place")));
        there.records(again);

        cannotBeRestedOn("lost with the old primary");
        assertThat(here.atHead()).isEqualTo(there.atHead());
    }

    @Test
    void what_took_the_place_of_what_was_lost_is_known_at_once() throws SQLException {
        here.records(session("lost", goalSet("lost with the old primary")));
        theLogLosesAllAfter(5);
        there.records(session("there", goalSet("set in its place")));

        assertThat(here.atHead()).isEqualTo(there.atHead());
    }

    @Test
    void a_node_that_can_keep_nothing_decides_all_the_same() {
        MasterKey master =
                new MasterKeyFile(keys.resolve("master.key"), Randomness.secure()).open(true);
        Node forgetful = new Node(database, master, 0);

        forgetful.records(session("there", stepPlanned("set here", "a step")));
        forgetful.records(session("there again", stepPlanned("set here", "another step")));

        assertThat(here.log.stream(CaseCommand.streamOf(Cast.CASE))).hasSize(9);
        forgetful.close();
    }

    private void cannotBeRestedOn(String goal) {
        assertThatExceptionOfType(CommandRefused.class)
                .isThrownBy(() -> here.tells(session("here again", stepPlanned(goal, "a step"))))
                .satisfies(refused ->
                        assertThat(refused.refusals())
                                .extracting(Refusal::code)
                                .containsExactly("reference.unknown"));
    }

    private void theLogLosesAllAfter(long position) throws SQLException {
        try (Connection owner = database.owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("alter table refocus_log.event disable trigger all");
            statement.execute("delete from refocus_log.event where position > " + position);
        }
    }
}
