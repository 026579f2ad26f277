package org.refocusrecord.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Goals.goalSet;
import static org.refocusrecord.command.example.Goals.stepPlanned;
import static org.refocusrecord.command.example.Meeting.session;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.command.example.Cast;
import org.refocusrecord.command.example.Facts;
import org.refocusrecord.command.example.Mending;
import org.refocusrecord.command.example.TeamExample;
import org.refocusrecord.command.team.TeamCommand;
import org.refocusrecord.command.team.TeamState;
import org.refocusrecord.eventlog.json.PayloadUnreadable;

import java.nio.file.Path;
import java.time.LocalDate;

/** A node that does not know a long case goes on from its snapshot. */
class LoadingFromSnapshotsTest {

    @TempDir private Path keys;
    private CaseOnNodes nodes;
    private Node here;

    @BeforeEach
    void a_node_knows_a_case() {
        nodes = new CaseOnNodes(keys);
        here = nodes.node(10_000);
        here.records(Facts.told(Facts.opened()));
        here.records(session("first", goalSet("known")));
    }

    @AfterEach
    void the_nodes_end() {
        nodes.close();
    }

    @Test
    void a_short_case_has_none() {
        nodes.told(here, "a");
        nodes.told(here, "b");

        assertThat(here.atHead().version()).isEqualTo(145);
        assertThat(nodes.sequence()).isEqualTo("none");
    }

    @Test
    void the_events_in_it_are_not_read_again() {
        nodes.longCase(here);
        CaseState before = here.atHead();
        assertThat(nodes.sequence()).isEqualTo("215");
        nodes.anEarlyEventCannotBeRead();

        Node there = nodes.node(10_000);

        assertThat(there.atHead()).isEqualTo(before);
        assertThat(there.records(session("there", stepPlanned("known", "a step"))).version())
                .isEqualTo(218);
        nodes.run(nodes.database().appender(), "delete from refocus_snapshots.snapshot");
        assertThatExceptionOfType(PayloadUnreadable.class).isThrownBy(() -> nodes.node(1).atHead());
    }

    @Test
    void a_node_that_can_keep_nothing_goes_on_from_it_each_time() {
        nodes.longCase(here);
        nodes.anEarlyEventCannotBeRead();
        Node forgetful = nodes.node(0);

        forgetful.records(session("there", stepPlanned("known", "a step")));
        forgetful.records(session("there again", stepPlanned("known", "another step")));

        assertThat(forgetful.atHead().version()).isEqualTo(220);
    }

    @Test
    void it_is_made_anew_when_a_quarter_has_come() {
        nodes.longCase(here);
        nodes.told(here, "d");
        nodes.told(here, "e");
        assertThat(nodes.sequence()).isEqualTo("215");

        nodes.told(here, "f");

        assertThat(nodes.sequence()).isEqualTo("428");
    }

    @Test
    void who_has_forgotten_a_case_writes_none_that_is_there() {
        nodes.longCase(here);
        String made = nodes.asked("select made_at from refocus_snapshots.snapshot");

        Node forgetful = nodes.node(0);
        forgetful.atHead();
        forgetful.records(session("there", stepPlanned("known", "a step")));

        assertThat(nodes.asked("select made_at from refocus_snapshots.snapshot")).isEqualTo(made);
    }

    @Test
    void what_came_after_it_counts() {
        nodes.longCase(here);
        here.records(Mending.marked("mistake", entry("set known")));
        here.records(session("late", goalSet("late")).at(Cast.EARLIER));
        assertThat(nodes.sequence()).isEqualTo("215");
        nodes.anEarlyEventCannotBeRead();
        Node there = nodes.node(10_000);

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
        assertThat(nodes.sequence()).isEqualTo("200");
        // Whoever folded the last event would have another day there.
        nodes.tampered(
                """
                update refocus_log.event e set payload = before.payload
                  from refocus_log.event before
                 where e.stream = 'team/%s' and e.sequence = 200
                   and before.stream = e.stream and before.sequence = 199
                """
                        .formatted(Cast.TEAM));

        assertThat(nodes.node(10_000).states.teams().atHead(TeamCommand.streamOf(Cast.TEAM)))
                .isEqualTo(folded);
    }
}
