package org.refocusrecord.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.refocusrecord.command.example.Goals.goalSet;
import static org.refocusrecord.command.example.Meeting.session;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.command.example.Cast;
import org.refocusrecord.command.example.Facts;
import org.refocusrecord.command.example.TeamExample;
import org.refocusrecord.command.example.Telling;
import org.refocusrecord.eventlog.LogBroken;

import java.nio.file.Path;

/**
 * Somebody took an event of a case out of the log, and there are others behind it. Who knew that
 * event puts nothing in its place.
 */
class MissingAnEventTest {

    @TempDir private Path keys;
    private CaseOnNodes nodes;
    private Node here;

    @BeforeEach
    void a_node_has_recorded_a_case_and_more() {
        nodes = new CaseOnNodes(keys);
        here = nodes.node(10_000);
        here.records(Facts.told(Facts.opened()));
        here.records(session("first", goalSet("first")));
        here.records(session("last", goalSet("last")));
        here.records(TeamExample.told(TeamExample.registered()));
    }

    @AfterEach
    void the_nodes_end() {
        nodes.close();
    }

    @Test
    void where_the_last_is_gone_who_recorded_it_records_nothing_until_it_is_back() {
        takenOut(4);

        isRefused(here, "more", 4);
        isRefused(here, "more", 4);
        assertThat(lastSequence()).isEqualTo("3");

        putBack();
        here.records(session("more", goalSet("more")));
        assertThat(lastSequence()).isEqualTo("6");
    }

    @Test
    void nor_does_who_has_read_it() {
        Node there = nodes.node(10_000);
        there.atHead();
        takenOut(4);

        isRefused(there, "more", 4);
    }

    @Test
    void nor_who_has_read_it_in_a_snapshot() {
        nodes.longCase(here);
        assertThat(nodes.sequence()).isEqualTo(lastSequence());
        here.records(TeamExample.told(TeamExample.joined("in", TeamExample.today(), Cast.WORKER)));
        Node there = nodes.node(10_000);
        there.atHead();
        takenOut(Integer.parseInt(lastSequence()));

        isRefused(there, "more", Integer.parseInt(lastSequence()) + 1);
    }

    @Test
    void who_has_not_takes_the_case_as_it_is_and_who_has_stays_out() {
        takenOut(4);
        nodes.node(10_000).records(session("there", goalSet("there")));

        isRefused(here, "more", 4);
    }

    @Test
    void where_one_before_others_is_gone_who_has_read_the_case_goes_on_and_nobody_else_does() {
        takenOut(2);

        here.records(session("more", goalSet("more")));
        isRefused(nodes.node(10_000), "there", 2);
    }

    private static void isRefused(Node node, String name, long sequence) {
        Telling telling = session(name, goalSet(name));
        assertThatExceptionOfType(LogBroken.class)
                .isThrownBy(() -> node.tells(telling))
                .withMessage("case/%s has no event at sequence %d", Cast.CASE, sequence);
    }

    private void takenOut(long sequence) {
        nodes.tampered(
                """
                create table public.taken as
                    select * from refocus_log.event where stream = 'case/%1$s' and sequence = %2$d;
                delete from refocus_log.event where stream = 'case/%1$s' and sequence = %2$d
                """
                        .formatted(Cast.CASE, sequence));
    }

    private void putBack() {
        nodes.tampered("insert into refocus_log.event select * from public.taken");
    }

    private String lastSequence() {
        return nodes.asked(
                "select max(sequence) from refocus_log.event where stream = 'case/%s'"
                        .formatted(Cast.CASE));
    }
}
