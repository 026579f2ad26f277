package org.refocusrecord.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.Sent.closure;
import static org.refocusrecord.command.Sent.joining;
import static org.refocusrecord.command.Sent.mistaken;
import static org.refocusrecord.command.Sent.opening;
import static org.refocusrecord.command.Sent.otherDayOfJoining;
import static org.refocusrecord.command.Sent.session;
import static org.refocusrecord.command.Sent.team;
import static org.refocusrecord.command.Sent.transfer;
import static org.refocusrecord.command.example.Cast.CASE;
import static org.refocusrecord.command.example.Cast.COLLEAGUE_ID;
import static org.refocusrecord.command.example.Cast.TEAM;
import static org.refocusrecord.command.example.Cast.WORKER_ID;
import static org.refocusrecord.command.example.Cast.id;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.store.LogMigrations;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.testkit.TestDatabase;
import org.refocusrecord.web.problem.ProblemCode;

import java.nio.file.Path;
import java.util.Set;

/**
 * A case moves from North to South on one node, while another still has it as it was. Whoever posts
 * there meets the case as it is: those who have it now are let in, those who had it are not.
 */
class SeeingTheScopeOnKeptStatesTest {

    private static final int RECORDED = 201;
    private static final int REPEATED = 200;
    private static final CaseId NO_CASE = new CaseId(id("no case"));
    private static final CaseId OTHER_CASE = new CaseId(id("other case"));
    private static final TeamId NORTH = TEAM;
    private static final TeamId SOUTH = new TeamId(id("team South"));
    private static final Caller ADMINISTRATOR = caller("admin", Role.ADMIN, null);
    private static final Caller SYSTEM = caller("system", Role.CLINICAL_SYSTEM, null);
    private static final Caller OF_NORTH = caller("north", Role.WORKER, WORKER_ID);
    private static final Caller OF_SOUTH = caller("south", Role.WORKER, COLLEAGUE_ID);

    @AutoClose
    private final TestDatabase database = TestDatabase.migrated("log", LogMigrations::apply);

    @TempDir private Path keys;
    private Node node;
    private Node otherNode;
    private Doors here;
    private Doors there;

    @BeforeEach
    void two_nodes_know_a_case_of_north() {
        MasterKey master =
                new MasterKeyFile(keys.resolve("master.key"), Randomness.secure()).open(false);
        node = new Node(database, master, 1_000);
        otherNode = new Node(database, master, 1_000);
        here = new Doors(node);
        there = new Doors(otherNode);
        recorded(there, ADMINISTRATOR, "team", team(NORTH));
        recorded(there, ADMINISTRATOR, "staff", joining(NORTH, WORKER_ID));
        recorded(there, ADMINISTRATOR, "team", team(SOUTH));
        recorded(there, ADMINISTRATOR, "staff", joining(SOUTH, COLLEAGUE_ID));
        recorded(there, SYSTEM, "case", opening(CASE, NORTH, WORKER_ID));
        recorded(there, OF_NORTH, "session", session("known there", WORKER_ID));
        recorded(here, OF_NORTH, "session", session("known here", WORKER_ID));
    }

    private static void recorded(Doors doors, Caller caller, String command, String body) {
        assertThat(doors.post(caller, command, body)).isEqualTo(RECORDED);
    }

    @AfterEach
    void the_nodes_end() {
        node.close();
        otherNode.close();
    }

    @Test
    void who_has_the_case_now_is_let_in_where_its_move_is_not_known_yet() {
        movedToSouth();

        assertThat(here.post(OF_SOUTH, "session", session("of South", COLLEAGUE_ID)))
                .isEqualTo(RECORDED);
    }

    @Test
    void who_had_it_is_not_and_it_looks_as_if_there_were_no_such_case() {
        movedToSouth();
        long events = events();

        assertThat(here.refusal(OF_NORTH, "session", session("too late", WORKER_ID)))
                .isEqualTo(
                        here.refusal(OF_NORTH, "session", session("nowhere", NO_CASE, WORKER_ID)))
                .satisfies(
                        refused -> assertThat(refused.code()).isEqualTo(ProblemCode.CASE_UNKNOWN));
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void nor_by_a_fact_about_it() {
        movedToSouth();

        assertThat(here.refusal(OF_NORTH, "closure", closure(WORKER_ID)).code())
                .isEqualTo(ProblemCode.CASE_UNKNOWN);
        assertThat(here.post(OF_SOUTH, "closure", closure(COLLEAGUE_ID))).isEqualTo(RECORDED);
    }

    @Test
    void nor_by_a_correction_of_what_he_recorded_himself() {
        movedToSouth();

        assertThat(here.refusal(OF_NORTH, "correction", mistaken("known here", WORKER_ID)).code())
                .isEqualTo(ProblemCode.CASE_UNKNOWN);
    }

    @Test
    void a_move_while_he_is_let_in_shuts_him_out() {
        here.meanwhile(this::movedToSouth);

        assertThat(here.refusal(OF_NORTH, "session", session("too late", WORKER_ID)).code())
                .isEqualTo(ProblemCode.CASE_UNKNOWN);
    }

    @Test
    void anything_else_while_he_is_let_in_changes_nothing() {
        long events = events();
        here.meanwhile(() -> recorded(there, SYSTEM, "session", session("faster", WORKER_ID)));

        assertThat(here.post(OF_NORTH, "session", session("not too late", WORKER_ID)))
                .isEqualTo(RECORDED);
        assertThat(events()).isGreaterThan(events + 1);
    }

    @Test
    void what_he_posted_while_he_had_it_is_still_repeated_to_him() {
        movedToSouth();

        assertThat(here.post(OF_NORTH, "session", session("known here", WORKER_ID)))
                .isEqualTo(REPEATED);
    }

    @Test
    void what_somebody_else_posted_is_not() {
        there.post(SYSTEM, "session", session("of the system", WORKER_ID));
        movedToSouth();

        assertThat(here.refusal(OF_NORTH, "session", session("of the system", WORKER_ID)).code())
                .isEqualTo(ProblemCode.CASE_UNKNOWN);
    }

    @Test
    void to_who_has_the_case_it_is() {
        there.post(SYSTEM, "session", session("of the system", WORKER_ID));

        assertThat(here.post(OF_NORTH, "session", session("of the system", WORKER_ID)))
                .isEqualTo(REPEATED);
    }

    @Test
    void an_id_that_somebody_else_used_in_another_case_is_taken() {
        recorded(there, SYSTEM, "case", opening(OTHER_CASE, NORTH, WORKER_ID));
        recorded(there, SYSTEM, "session", session("elsewhere", OTHER_CASE, WORKER_ID));

        assertThat(here.refusal(OF_NORTH, "session", session("elsewhere", WORKER_ID)).code())
                .isEqualTo(ProblemCode.SESSION_CONTENT_DIFFERS);
    }

    @Test
    void what_a_system_posts_asks_the_database_nothing_but_to_record_it() {
        long before = node.asked();

        here.post(SYSTEM, "session", session("more", WORKER_ID));

        assertThat(node.asked() - before).isEqualTo(1);
    }

    @Test
    void what_a_worker_posts_asks_besides_who_is_on_the_roster() {
        long before = node.asked();

        here.post(OF_NORTH, "session", session("more", WORKER_ID));

        assertThat(node.asked() - before).isEqualTo(2);
    }

    @Test
    void an_opening_and_a_transfer_ask_besides_for_the_team() {
        long before = node.asked();

        here.post(SYSTEM, "case", opening(OTHER_CASE, NORTH, WORKER_ID));
        assertThat(node.asked() - before).isEqualTo(2);

        here.post(SYSTEM, "transfer", transfer(SOUTH, WORKER_ID));
        assertThat(node.asked() - before).isEqualTo(4);
    }

    @Test
    void what_is_told_about_a_team_asks_besides_for_the_team() {
        long before = otherNode.asked();

        there.post(ADMINISTRATOR, "team-correction", otherDayOfJoining(NORTH, WORKER_ID));

        assertThat(otherNode.asked() - before).isEqualTo(2);
    }

    @Test
    void who_finds_another_state_in_his_turn_sees_it_again_and_asks_no_more() {
        here.meanwhile(() -> recorded(here, SYSTEM, "session", session("faster", WORKER_ID)));
        long before = node.asked();

        here.post(SYSTEM, "session", session("slower", WORKER_ID));

        assertThat(node.asked() - before).isEqualTo(2);
    }

    @Test
    void a_move_on_the_same_node_before_his_turn_shuts_him_out() {
        here.meanwhile(() -> recorded(here, SYSTEM, "transfer", transfer(SOUTH, WORKER_ID)));

        assertThat(here.refusal(OF_NORTH, "session", session("too late", WORKER_ID)).code())
                .isEqualTo(ProblemCode.CASE_UNKNOWN);
    }

    private long events() {
        return otherNode.log.stream(CaseCommand.streamOf(CASE)).size();
    }

    private void movedToSouth() {
        assertThat(there.post(SYSTEM, "transfer", transfer(SOUTH, WORKER_ID))).isEqualTo(RECORDED);
    }

    private static Caller caller(String account, Role role, @Nullable WorkerId worker) {
        return new Caller(account, Set.of(role), "SLAM", null, worker, null, Set.of());
    }
}
