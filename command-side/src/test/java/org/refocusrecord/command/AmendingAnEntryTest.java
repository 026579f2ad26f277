package org.refocusrecord.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.refocusrecord.command.Sent.opening;
import static org.refocusrecord.command.Sent.otherWords;
import static org.refocusrecord.command.Sent.session;
import static org.refocusrecord.command.Sent.team;
import static org.refocusrecord.command.example.Cast.CASE;
import static org.refocusrecord.command.example.Cast.TEAM;
import static org.refocusrecord.command.example.Cast.WORKER_ID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.LogBroken;
import org.refocusrecord.eventlog.json.PayloadUnreadable;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.problem.ProblemCode;

import java.nio.file.Path;
import java.util.Set;

/**
 * What an amendment replaces is read again, since a state has no texts: that one event, however
 * long the case is.
 */
class AmendingAnEntryTest {

    private static final int RECORDED = 201;
    private static final int ENTRY_OF_FIRST = 2;
    private static final int ENTRY_OF_SECOND = 4;
    private static final int SESSIONS_OF_A_THOUSAND_EVENTS = 15;
    private static final Caller ADMINISTRATOR = caller("admin", Role.ADMIN);
    private static final Caller SYSTEM = caller("system", Role.CLINICAL_SYSTEM);

    @TempDir private Path keys;
    private CaseOnNodes nodes;
    private Node node;
    private Doors here;

    @BeforeEach
    void a_node_keeps_a_case() {
        nodes = new CaseOnNodes(keys);
        node = nodes.node(10_000);
        here = new Doors(node);
        recorded(ADMINISTRATOR, "team", team(TEAM));
        recorded(SYSTEM, "case", opening(CASE, TEAM, WORKER_ID));
        recorded(SYSTEM, "session", session("first", WORKER_ID));
        recorded(SYSTEM, "session", session("second", WORKER_ID));
    }

    @AfterEach
    void the_node_ends() {
        nodes.close();
    }

    @Test
    void it_asks_for_one_event_besides_recording() {
        assertThat(askedToAmend("first")).isEqualTo(2);
    }

    @Test
    void nor_more_than_one_where_the_case_is_long() {
        for (int told = 0; told < SESSIONS_OF_A_THOUSAND_EVENTS; told++) {
            nodes.told(node, "told " + told + " ");
        }

        assertThat(askedToAmend("first")).isEqualTo(2);
    }

    @Test
    void no_other_event_is_read() {
        nobodyCanRead(ENTRY_OF_SECOND);

        recorded(SYSTEM, "correction", otherWords("first", WORKER_ID));
    }

    @Test
    void one_that_cannot_be_read_is_not_amended() {
        nobodyCanRead(ENTRY_OF_FIRST);

        assertThatExceptionOfType(PayloadUnreadable.class)
                .isThrownBy(() -> here.post(SYSTEM, "correction", otherWords("first", WORKER_ID)));
    }

    @Test
    void nor_one_that_was_taken_out_of_the_log() {
        tampered("delete from refocus_log.event", ENTRY_OF_FIRST);

        assertThatExceptionOfType(LogBroken.class)
                .isThrownBy(() -> here.post(SYSTEM, "correction", otherWords("first", WORKER_ID)))
                .withMessage("case/%s has no event at sequence %d", CASE, ENTRY_OF_FIRST);
    }

    @Test
    void what_another_node_recorded_is_found() {
        Doors there = new Doors(nodes.node(10_000));
        assertThat(there.post(SYSTEM, "session", session("there", WORKER_ID))).isEqualTo(RECORDED);

        recorded(SYSTEM, "correction", otherWords("there", WORKER_ID));
    }

    @Test
    void what_nobody_recorded_is_not_there() {
        assertThat(here.refusal(SYSTEM, "correction", otherWords("no", WORKER_ID)).code())
                .isEqualTo(ProblemCode.REFERENCE_UNKNOWN);
    }

    private long askedToAmend(String session) {
        long before = node.asked();
        recorded(SYSTEM, "correction", otherWords(session, WORKER_ID));
        return node.asked() - before;
    }

    private void nobodyCanRead(int sequence) {
        tampered("update refocus_log.event set payload = '{}'", sequence);
    }

    private void tampered(String sql, int sequence) {
        nodes.tampered(
                "%s where stream = 'case/%s' and sequence = %d".formatted(sql, CASE, sequence));
    }

    private void recorded(Caller caller, String command, String body) {
        assertThat(here.post(caller, command, body)).isEqualTo(RECORDED);
    }

    private static Caller caller(String account, Role role) {
        return new Caller(account, Set.of(role), "SLAM", null, null, null, Set.of());
    }
}
