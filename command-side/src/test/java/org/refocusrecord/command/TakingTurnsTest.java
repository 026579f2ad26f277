package org.refocusrecord.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.refocusrecord.command.Sent.joining;
import static org.refocusrecord.command.Sent.opening;
import static org.refocusrecord.command.Sent.otherDayOfJoining;
import static org.refocusrecord.command.Sent.session;
import static org.refocusrecord.command.Sent.team;
import static org.refocusrecord.command.example.Cast.CASE;
import static org.refocusrecord.command.example.Cast.COLLEAGUE_ID;
import static org.refocusrecord.command.example.Cast.TEAM;
import static org.refocusrecord.command.example.Cast.WORKER_ID;
import static org.refocusrecord.command.example.Cast.id;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.eventlog.store.LogBusy;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Commands of one case take turns on a node, and those of several nodes are in each other's way.
 * Nobody waits for ever, and nobody for somebody whom the case is none of the business of.
 */
@Timeout(120)
class TakingTurnsTest {

    private static final int RECORDED = 201;
    private static final int REPEATED = 200;
    private static final int TRIES = 100;
    private static final int EVENTS_OF_A_SESSION = 2;
    private static final CaseId OTHER_CASE = new CaseId(id("other case"));
    private static final Caller ADMINISTRATOR = caller("admin", Role.ADMIN, null);
    private static final Caller SYSTEM = caller("system", Role.CLINICAL_SYSTEM, null);
    private static final Caller STRANGER = caller("stranger", Role.WORKER, COLLEAGUE_ID);
    private static final String ELSEWHERE = "ELSEWHERE";
    private static final TeamId TEAM_ELSEWHERE = new TeamId(id("team elsewhere"));
    private static final Caller OF_ANOTHER_TRUST = caller("elsewhere", Role.ADMIN, ELSEWHERE, null);
    private static final Caller SYSTEM_OF_ANOTHER_TRUST =
            caller("system elsewhere", Role.CLINICAL_SYSTEM, ELSEWHERE, null);

    @TempDir private Path keys;
    private CaseOnNodes nodes;
    private Node node;
    private Doors here;
    private Doors there;
    private int faster;

    @BeforeEach
    void two_nodes_know_a_case() {
        nodes = new CaseOnNodes(keys);
        node = nodes.node(10_000);
        here = new Doors(node);
        there = new Doors(nodes.node(10_000));
        recorded(here, ADMINISTRATOR, "team", team(TEAM));
        recorded(here, ADMINISTRATOR, "staff", joining(TEAM, WORKER_ID));
        recorded(here, SYSTEM, "case", opening(CASE, TEAM, WORKER_ID));
        recorded(here, SYSTEM, "case", opening(OTHER_CASE, TEAM, WORKER_ID));
        recorded(there, SYSTEM, "session", session("known there", WORKER_ID));
        recorded(here, SYSTEM, "session", session("known here", WORKER_ID));
    }

    private static void recorded(Doors doors, Caller caller, String command, String body) {
        assertThat(doors.post(caller, command, body)).isEqualTo(RECORDED);
    }

    @AfterEach
    void the_nodes_end() {
        nodes.close();
    }

    @Test
    void who_does_not_get_a_turn_is_told_that_the_record_is_busy() {
        inATurn(() -> {
            long events = events();
            assertThatExceptionOfType(LogBusy.class)
                    .isThrownBy(() -> sessionOfAnother("waiting", CASE));
            assertThat(events()).isEqualTo(events);
        });

        recorded(here, SYSTEM, "session", session("waiting", WORKER_ID));
    }

    @Test
    void who_records_in_another_case_does_not_wait() {
        inATurn(() -> assertThat(sessionOfAnother("not waiting", OTHER_CASE)).isEqualTo(RECORDED));
    }

    @Test
    void who_is_turned_away_keeps_nobody_waiting() {
        // It is seen first on the state that is kept, then at the head.
        here.meanwhile(() -> {
            assertThat(sessionOfAnother("not waiting", CASE)).isEqualTo(RECORDED);
            here.meanwhile(
                    () -> assertThat(sessionOfAnother("nor then", CASE)).isEqualTo(RECORDED));
        });

        assertThat(here.refusal(STRANGER, "session", session("none of his", COLLEAGUE_ID)).code())
                .isEqualTo(ProblemCode.CASE_UNKNOWN);
        assertThat(there.post(SYSTEM, "session", session("nor then", WORKER_ID)))
                .isNotEqualTo(RECORDED);
    }

    @Test
    void who_is_turned_away_waits_for_nobody() throws Exception {
        try (Connection log = nodes.database().owner().getConnection();
                Statement holding = log.createStatement()) {
            CompletableFuture<Integer> slow =
                    appending(
                            holding,
                            () -> here.post(SYSTEM, "session", session("slow", WORKER_ID)));

            assertThat(
                            here.refusal(STRANGER, "session", session("none of his", COLLEAGUE_ID))
                                    .code())
                    .isEqualTo(ProblemCode.CASE_UNKNOWN);

            letGo(holding);
            assertThat(slow.join()).isEqualTo(RECORDED);
        }
    }

    @Test
    void nor_does_who_is_turned_away_from_a_team() throws Exception {
        try (Connection log = nodes.database().owner().getConnection();
                Statement holding = log.createStatement()) {
            CompletableFuture<Integer> slow =
                    appending(
                            holding,
                            () -> here.post(ADMINISTRATOR, "staff", joining(TEAM, COLLEAGUE_ID)));

            assertThat(here.refusal(OF_ANOTHER_TRUST, "staff", joining(TEAM, COLLEAGUE_ID)).code())
                    .isEqualTo(ProblemCode.TEAM_UNKNOWN);

            letGo(holding);
            assertThat(slow.join()).isEqualTo(RECORDED);
        }
    }

    @Test
    void nor_does_who_begins_a_case_that_is_there_in_a_scope_of_his_own() throws Exception {
        recorded(here, OF_ANOTHER_TRUST, "team", team(TEAM_ELSEWHERE, ELSEWHERE));
        try (Connection log = nodes.database().owner().getConnection();
                Statement holding = log.createStatement()) {
            CompletableFuture<Integer> slow =
                    appending(
                            holding,
                            () -> here.post(SYSTEM, "session", session("slow", WORKER_ID)));

            isTaken(
                    "/caseId",
                    here.refusal(
                            SYSTEM_OF_ANOTHER_TRUST,
                            "case",
                            opening(CASE, TEAM_ELSEWHERE, ELSEWHERE, COLLEAGUE_ID)));
            assertThat(here.post(SYSTEM, "case", opening(CASE, TEAM, WORKER_ID)))
                    .isEqualTo(REPEATED);

            letGo(holding);
            assertThat(slow.join()).isEqualTo(RECORDED);
        }
    }

    @Test
    void nor_a_team() throws Exception {
        try (Connection log = nodes.database().owner().getConnection();
                Statement holding = log.createStatement()) {
            CompletableFuture<Integer> slow =
                    appending(
                            holding,
                            () -> here.post(ADMINISTRATOR, "staff", joining(TEAM, COLLEAGUE_ID)));

            isTaken("/teamId", here.refusal(OF_ANOTHER_TRUST, "team", team(TEAM, ELSEWHERE)));
            assertThat(here.post(ADMINISTRATOR, "team", team(TEAM))).isEqualTo(REPEATED);

            letGo(holding);
            assertThat(slow.join()).isEqualTo(RECORDED);
        }
    }

    private static void isTaken(String pointer, Problem refused) {
        assertThat(refused.errors())
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple(pointer, ProblemCode.ID_TAKEN));
    }

    @Test
    void several_who_ask_for_a_case_that_is_not_kept_have_it_read_once() throws Exception {
        Node other = nodes.node(10_000);
        try (Connection log = nodes.database().owner().getConnection();
                Statement holding = log.createStatement()) {
            log.setAutoCommit(false);
            holding.execute("lock table refocus_log.event in access exclusive mode");
            Thread first = Thread.ofPlatform().start(() -> asksForTheCase(other));
            Thread second = Thread.ofPlatform().start(() -> asksForTheCase(other));
            while (waitingForLocks() == 0
                    || !(stands(first, "joined") || stands(second, "joined"))) {
                Thread.sleep(5);
            }
            log.commit();
            first.join();
            second.join();
        }

        assertThat(other.asked()).isEqualTo(1);
    }

    private static void asksForTheCase(Node node) {
        assertThat(node.states.cases().asKept(CaseCommand.streamOf(CASE)).isThere()).isTrue();
    }

    @Test
    void who_is_overtaken_each_time_is_told_that_the_record_is_busy() {
        long events = events();
        here.meanwhile(() -> somebodyIsFasterUpTo(Integer.MAX_VALUE));

        assertThatExceptionOfType(LogBusy.class)
                .isThrownBy(() -> here.post(SYSTEM, "session", session("too slow", WORKER_ID)));

        assertThat(faster).isEqualTo(TRIES);
        assertThat(events()).isEqualTo(events + EVENTS_OF_A_SESSION * TRIES);
        here.meanwhile(() -> {});
        recorded(here, SYSTEM, "session", session("too slow", WORKER_ID));
    }

    @Test
    void who_is_overtaken_but_for_the_last_time_is_not() {
        here.meanwhile(() -> somebodyIsFasterUpTo(TRIES - 1));

        recorded(here, SYSTEM, "session", session("just in time", WORKER_ID));
    }

    @Test
    void who_corrects_what_is_being_recorded_about_a_team_finds_it() throws Exception {
        try (Connection log = nodes.database().owner().getConnection();
                Statement holding = log.createStatement()) {
            CompletableFuture<Integer> joining =
                    appending(
                            holding,
                            () -> here.post(ADMINISTRATOR, "staff", joining(TEAM, COLLEAGUE_ID)));
            CompletableFuture<Integer> correcting = new CompletableFuture<>();
            Thread waiting =
                    Thread.ofPlatform()
                            .start(() ->
                                    correcting.completeAsync(
                                            () ->
                                                    here.post(
                                                            ADMINISTRATOR,
                                                            "team-correction",
                                                            otherDayOfJoining(TEAM, COLLEAGUE_ID)),
                                            Runnable::run));
            while (!waitsForHisTurn(waiting)) {
                Thread.sleep(5);
            }
            letGo(holding);

            assertThat(joining.join()).isEqualTo(RECORDED);
            assertThat(correcting.join()).isEqualTo(RECORDED);
        }
    }

    /** A post that is recorded once it is let go; it has its turn until then. */
    private CompletableFuture<Integer> appending(Statement holding, Supplier<Integer> post)
            throws Exception {
        holding.execute("select pg_advisory_lock(refocus_log.append_lock())");
        CompletableFuture<Integer> posted = supplyAsync(post);
        while (waitingForLocks() == 0) {
            Thread.sleep(5);
        }
        return posted;
    }

    private static void letGo(Statement holding) throws SQLException {
        holding.execute("select pg_advisory_unlock_all()");
    }

    private int waitingForLocks() {
        return Integer.parseInt(
                nodes.asked(
                        "select count(*) from pg_locks join pg_database on pg_database.oid ="
                                + " database where not granted and datname ="
                                + " current_database()"));
    }

    private static boolean waitsForHisTurn(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING
                && stands(thread, "inTurn")
                && !stands(thread, "decided");
    }

    private static boolean stands(Thread thread, String in) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals(in));
    }

    /** What happens in somebody's turn: he looks again there, since another was faster. */
    private void inATurn(Runnable happens) {
        here.meanwhile(() -> {
            recorded(here, SYSTEM, "session", session("faster", WORKER_ID));
            here.meanwhile(happens);
        });
        recorded(here, SYSTEM, "session", session("slow", WORKER_ID));
    }

    private void somebodyIsFasterUpTo(int times) {
        if (faster < times) {
            here.meanwhile(() -> somebodyIsFasterUpTo(times));
            faster++;
            recorded(there, SYSTEM, "session", session("faster " + faster, WORKER_ID));
        }
    }

    private int sessionOfAnother(String name, CaseId ofCase) {
        try {
            return supplyAsync(() -> here.post(SYSTEM, "session", session(name, ofCase, WORKER_ID)))
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException told ? told : failed;
        }
    }

    private long events() {
        return node.log.stream(CaseCommand.streamOf(CASE)).size();
    }

    private static Caller caller(String account, Role role, @Nullable WorkerId worker) {
        return caller(account, role, "SLAM", worker);
    }

    private static Caller caller(
            String account, Role role, String trust, @Nullable WorkerId worker) {
        return new Caller(account, Set.of(role), trust, null, worker, null, Set.of());
    }
}
