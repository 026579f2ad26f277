package org.refocusrecord.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Goals.goalSet;
import static org.refocusrecord.command.example.Goals.stepPlanned;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Practices.valueTold;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.command.door.StateDoor;
import org.refocusrecord.command.example.Cast;
import org.refocusrecord.command.example.Facts;
import org.refocusrecord.command.example.Mending;
import org.refocusrecord.command.example.TeamExample;
import org.refocusrecord.command.team.TeamCommand;
import org.refocusrecord.command.team.TeamState;
import org.refocusrecord.eventlog.json.PayloadUnreadable;
import org.refocusrecord.eventlog.json.Upcasters;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.store.LogMigrations;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.testkit.TestDatabase;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import javax.sql.DataSource;

/** A node that does not know a long case goes on from its snapshot; it trusts the log alone. */
class LoadingFromSnapshotsTest {

    private static final int ENTRIES = 70;
    private static final long SEED = 20_121;

    @AutoClose
    private final TestDatabase database = TestDatabase.migrated("log", LogMigrations::apply);

    @TempDir private Path keys;
    private final List<Node> nodes = new ArrayList<>();
    private Node here;

    @BeforeEach
    void a_node_knows_a_case() {
        here = node(10_000);
        here.records(Facts.told(Facts.opened()));
        here.records(session("first", goalSet("known")));
    }

    @AfterEach
    void the_nodes_end() {
        nodes.forEach(Node::close);
    }

    private MasterKey master() {
        return new MasterKeyFile(keys.resolve("master.key"), Randomness.secure())
                .open(!nodes.isEmpty());
    }

    private Node node(long mostEvents) {
        return kept(new Node(database, master(), mostEvents));
    }

    private Node nodeOf(ZoneId zone) {
        return kept(new Node(database, master(), 10_000, zone, Runnable::run));
    }

    private Node kept(Node node) {
        nodes.add(node);
        return node;
    }

    /** Three more of these, and the case has 216 events. */
    private void told(String name) {
        here.records(
                session(
                        name,
                        IntStream.range(0, ENTRIES)
                                .mapToObj(index -> valueTold(name + index))
                                .toArray(Entry[]::new)));
    }

    private void longCase() {
        told("a");
        told("b");
        told("c");
    }

    private static void run(DataSource as, String sql) {
        try (Connection connection = as.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** As nobody can but who has the server. */
    private void tampered(String sql) {
        run(
                database.superuser(),
                "alter table refocus_log.event disable trigger all;"
                        + sql
                        + ";alter table refocus_log.event enable always trigger event_only_grows");
    }

    private String asked(String sql) {
        try (Connection connection = database.appender().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "none";
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private String sequence() {
        return asked("select sequence from refocus_snapshots.snapshot");
    }

    /** Whoever reads that event fails; so who does not fail has gone on from a snapshot. */
    private void anEarlyEventCannotBeRead() {
        tampered(
                "update refocus_log.event set payload = '{}' where sequence = 205 and stream ="
                        + " 'case/"
                        + Cast.CASE
                        + "'");
    }

    @Test
    void a_short_case_has_none() {
        told("a");
        told("b");

        assertThat(here.atHead().version()).isEqualTo(145);
        assertThat(sequence()).isEqualTo("none");
    }

    @Test
    void the_events_in_it_are_not_read_again() {
        longCase();
        CaseState before = here.atHead();
        assertThat(sequence()).isEqualTo("215");
        anEarlyEventCannotBeRead();

        Node there = node(10_000);

        assertThat(there.atHead()).isEqualTo(before);
        assertThat(there.records(session("there", stepPlanned("known", "a step"))).version())
                .isEqualTo(218);
        run(database.appender(), "delete from refocus_snapshots.snapshot");
        assertThatExceptionOfType(PayloadUnreadable.class).isThrownBy(() -> node(1).atHead());
    }

    @Test
    void a_node_that_can_keep_nothing_goes_on_from_it_each_time() {
        longCase();
        anEarlyEventCannotBeRead();
        Node forgetful = node(0);

        forgetful.records(session("there", stepPlanned("known", "a step")));
        forgetful.records(session("there again", stepPlanned("known", "another step")));

        assertThat(forgetful.atHead().version()).isEqualTo(220);
    }

    @Test
    void it_is_made_anew_when_a_quarter_has_come() {
        longCase();
        told("d");
        told("e");
        assertThat(sequence()).isEqualTo("215");

        told("f");

        assertThat(sequence()).isEqualTo("428");
    }

    @Test
    void who_has_forgotten_a_case_writes_none_that_is_there() {
        longCase();
        String made = asked("select made_at from refocus_snapshots.snapshot");

        Node forgetful = node(0);
        forgetful.atHead();
        forgetful.records(session("there", stepPlanned("known", "a step")));

        assertThat(asked("select made_at from refocus_snapshots.snapshot")).isEqualTo(made);
    }

    @Test
    void what_came_after_it_counts() {
        longCase();
        here.records(Mending.marked("mistake", entry("set known")));
        here.records(session("late", goalSet("late")).at(Cast.EARLIER));
        assertThat(sequence()).isEqualTo("215");
        anEarlyEventCannotBeRead();
        Node there = node(10_000);

        assertThatExceptionOfType(CommandRefused.class)
                .isThrownBy(() -> there.tells(session("x", stepPlanned("known", "a step"))))
                .satisfies(refused ->
                        assertThat(refused.refusals())
                                .extracting(Refusal::code)
                                .containsExactly("reference.unknown"));
        there.records(session("y", stepPlanned("late", "a step")));
        assertThat(there.atHead()).isEqualTo(here.atHead());
    }

    @Test
    void a_damaged_one_is_taken_away_and_the_log_is_read() {
        longCase();
        CaseState folded = here.atHead();
        run(
                database.superuser(),
                "create table kept as table refocus_snapshots.snapshot;"
                        + "grant select on kept to refocus_appender");
        int length =
                Integer.parseInt(
                        asked("select octet_length(state) from refocus_snapshots.snapshot"));
        List<String> damages = new ArrayList<>();
        new Random(SEED)
                .ints(24, 0, length)
                .forEach(at -> damages.add("state = " + flipped("state", at)));
        IntStream.of(0, 31).forEach(at -> damages.add("mac = " + flipped("mac", at)));
        IntStream.of(0, 31).forEach(at -> damages.add("form = " + flipped("form", at)));
        damages.addAll(
                List.of(
                        "sequence = 214",
                        "sequence = 0",
                        "sequence = 100000",
                        "state = ''",
                        "state = substr(state, 1, 1000)",
                        "state = state || '\\x00'"));
        for (String damage : damages) {
            run(database.superuser(), "update refocus_snapshots.snapshot set " + damage);

            StateDoor afresh =
                    new StateDoor(here.log, Cast.LONDON, 1, Upcasters.NONE, Runnable::run);
            assertThat(afresh.cases().atHead("case/" + Cast.CASE)).as(damage).isEqualTo(folded);

            assertThat(
                            asked(
                                    "select count(*) from refocus_snapshots.snapshot s, kept k"
                                        + " where s.sequence = 215 and s.form = k.form and s.mac ="
                                        + " k.mac and s.state = k.state"))
                    .as("after " + damage)
                    .isEqualTo("1");
        }
    }

    private static String flipped(String column, int at) {
        return "set_byte(%1$s, %2$d, get_byte(%1$s, %2$d) # 1)".formatted(column, at);
    }

    @Test
    void one_of_another_case_is_not_believed() {
        longCase();
        CaseState folded = here.atHead();
        run(
                database.superuser(),
                "update refocus_snapshots.snapshot set stream = 'case/" + Cast.id("other") + "'");

        assertThat(node(10_000).atHead()).isEqualTo(folded);
    }

    @Test
    void one_whose_last_event_is_another_in_the_log_is_not_believed() {
        longCase();
        tampered(
                "update refocus_log.event set leaf_hash = set_byte(leaf_hash, 0, 1 #"
                        + " get_byte(leaf_hash, 0)) where sequence = 215");
        anEarlyEventCannotBeRead();

        assertThatExceptionOfType(PayloadUnreadable.class).isThrownBy(() -> node(10_000).atHead());
    }

    @Test
    void none_is_kept_of_what_the_log_does_not_have() {
        here = kept(new Node(database, master(), 10_000, Cast.LONDON, _ -> {}));
        longCase();
        CaseState notInTheLog = here.atHead();
        tampered(
                "update refocus_log.event set command_id = gen_random_uuid() where sequence = 215");

        StateSnapshots<CaseState> snapshots =
                new StateSnapshots<>(
                        here.log.snapshots(),
                        StateDoor.caseForm(Cast.LONDON, Upcasters.NONE),
                        state -> new CommandId(state.inOrder().getLast().session()),
                        Runnable::run);
        snapshots.write("case/" + Cast.CASE, notInTheLog, 216, _ -> {});

        assertThat(sequence()).isEqualTo("none");
    }

    @Test
    void a_program_with_another_fold_makes_its_own() {
        longCase();
        String form = asked("select form from refocus_snapshots.snapshot");
        Node elsewhere = nodeOf(ZoneId.of("America/New_York"));

        elsewhere.records(session("there", stepPlanned("known", "a step")));

        assertThat(asked("select form from refocus_snapshots.snapshot")).isNotEqualTo(form);
        anEarlyEventCannotBeRead();
        assertThatExceptionOfType(PayloadUnreadable.class).isThrownBy(() -> node(10_000).atHead());
        assertThat(nodeOf(ZoneId.of("America/New_York")).atHead()).isEqualTo(elsewhere.atHead());
    }

    @Test
    void where_none_can_be_written_or_read_everything_goes_on() {
        run(database.owner(), "drop schema refocus_snapshots cascade");

        longCase();
        Node there = node(10_000);
        there.records(session("there", stepPlanned("known", "a step")));

        assertThat(there.atHead()).isEqualTo(here.atHead());
    }

    @Test
    void a_team_has_them_too() {
        here.records(TeamExample.told(TeamExample.registered()));
        for (int index = 0; index < 201; index++) {
            here.records(
                    TeamExample.told(
                            TeamExample.joined(
                                    "joined " + index,
                                    LocalDate.of(2011, 1, 3).plusDays(index),
                                    Cast.ADMINISTRATOR)));
        }
        TeamState folded = here.states.teams().atHead(TeamCommand.streamOf(Cast.TEAM));
        assertThat(sequence()).isEqualTo("200");
        tampered(
                "update refocus_log.event set payload = '{}' where sequence = 200 and stream ="
                        + " 'team/"
                        + Cast.TEAM
                        + "'");

        assertThat(node(10_000).states.teams().atHead(TeamCommand.streamOf(Cast.TEAM)))
                .isEqualTo(folded);
    }
}
