package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.refocusrecord.app.faults.Door.Answer;
import org.refocusrecord.app.faults.Strike.Company;
import org.refocusrecord.app.faults.Strike.Result;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A session is stopped at a step that the test has chosen, and the node, or a process of its
 * database, is killed there. How often can be said with {@code -Drefocus.kills=200}; every build
 * comes to each step once.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KillingAtEveryStepTest {

    private static final List<Victim> KILLED =
            List.of(Victim.BACKEND, Victim.BACKEND_ALONE, Victim.NODE);
    private static final List<Company> COMPANIES = List.of(Company.values());
    private static final int LANES = 6;

    /** One event without words is written by one call, and no key with it. */
    private static final Set<Step> OF_ONE_EVENT =
            EnumSet.complementOf(
                    EnumSet.of(
                            Step.UNDER_THE_LOCK,
                            Step.KEYS_WRITTEN,
                            Step.EVENTS_HALF_SENT,
                            Step.EVENTS_HALF_WRITTEN,
                            Step.COMMIT_NOT_SENT));

    /** Of a round that kills few nodes, since they take long to start. */
    private static final int BETWEEN_NODES = 8;

    private static final int TOLD_EVERY = 25;

    @TempDir static Path folder;
    @AutoClose static Stage stage;

    @BeforeAll
    static void with_a_node_and_a_database_of_its_own() throws Exception {
        stage = new Stage(folder);
        stage.start();
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS) // In the place of the class's: see below.
    void what_was_acknowledged_is_there_once_and_all_else_whole_or_not_at_all() {
        int kills = Integer.getInteger("refocus.kills", Step.values().length);
        assertTimeoutPreemptively(Duration.ofMinutes(10L + kills), () -> survive(kills));
    }

    private static void survive(int kills) throws Exception {
        List<Lane> lanes = stage.lanes(LANES);
        List<Result> results = new ArrayList<>();
        for (int kill = 0; kill < kills; kill++) {
            results.add(strike(kill).done(lanes));
            if (results.size() % TOLD_EVERY == 0) {
                Console.tell("%d kills of %d".formatted(results.size(), kills));
            }
        }
        stage.holdsExactly(lanes);
        strikeGroupsToo(results);
        Results.tell(results);
        stage.hasTheViewsOfTheLog();
    }

    @Test
    void a_command_of_one_event_that_nobody_else_sends_beside_is_there_once_or_not_at_all()
            throws Exception {
        Lane lane = stage.laneOfOneEvent();
        List<Result> results = new ArrayList<>();
        for (Step step : OF_ONE_EVENT) {
            // The database may go on with a call whose caller is gone.
            List<Victim> victims =
                    step.isWithinATransaction()
                            ? List.of(Victim.values())
                            : List.of(KILLED.get(results.size() % KILLED.size()));
            for (Victim victim : victims) {
                results.add(new Strike(stage, step, victim, Company.NONE).done(List.of(lane)));
            }
        }
        stage.holdsOneEventOfEach(lane);
        Results.tell(results);
    }

    @Test
    void a_connection_that_is_cut_at_any_step_costs_no_answer_where_the_log_can_be_asked()
            throws Exception {
        List<Lane> lanes = stage.lanes(LANES);
        List<Result> results = new ArrayList<>();
        for (Step step : Step.values()) {
            if (!step.isAcknowledged()) {
                Company company = company(step, results.size());
                Result result = new Strike(stage, step, Victim.LINE, company).done(lanes);
                assertThat(result.answer()).as(step.name()).isEqualTo(answerAfterACut(step));
                results.add(result);
            }
        }
        stage.holdsExactly(lanes);
        strikeGroupsToo(results);
        Results.tell(results);
    }

    private static void strikeGroupsToo(List<Result> results) {
        assertThat(results).as("some were written along").anyMatch(one -> one.together() > 1);
    }

    @Test
    void a_database_that_is_away_for_a_while_costs_nothing_but_the_while() throws Exception {
        Lane lane = stage.lanes(1).getFirst();
        Lane.Session session = lane.next();
        String before = stage.node().running();
        stage.wire().goAway();
        Answer told = lane.send(session, stage.door()).orElseThrow();
        assertThat(told.json().path("code").asString("")).isEqualTo("log.not-reachable");
        assertThat(stage.door().isReady()).isFalse();

        stage.wire().comeBack();

        assertThat(lane.settle(session, stage.door()).status()).isEqualTo(201);
        assertThat(stage.node().running()).isEqualTo(before);
        stage.holdsExactly(List.of(lane));
    }

    /** Else a strike would hit whoever came by. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "UNDER_THE_LOCK",
                "KEYS_WRITTEN",
                "EVENTS_HALF_WRITTEN",
                "EVENTS_WRITTEN",
                "COMMITTING"
            })
    void a_gate_that_is_shut_for_one_session_lets_all_others_pass(Step step) throws Exception {
        Lane one = stage.lanes(1).getFirst();
        Lane another = stage.lanes(1).getFirst();
        Lane.Session session = one.next();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection holder = stage.asOwner();
                Trap trap = Trap.set(step, session, stage.wire(), stage.http(), holder, () -> {})) {
            assertThat(another.settle(another.next(), stage.door()).status()).isEqualTo(201);

            Future<Optional<Answer>> held = threads.submit(() -> one.send(session, stage.door()));
            assertThat(trap.sprung()).isPresent();
            Gates.open(holder);
            assertThat(held.get().orElseThrow().status()).isEqualTo(201);
            one.isAcknowledged(session, held.get().orElseThrow());
        }
        stage.holdsExactly(List.of(one, another));
    }

    /** Round by round every step has every victim, and each of these in every company. */
    private static Strike strike(int kill) {
        List<Step> steps = Arrays.asList(Step.values());
        int round = kill / steps.size();
        Step step = steps.get(kill % steps.size());
        Company company = company(step, kill + round / KILLED.size());
        return new Strike(stage, step, round == 0 ? inAHurry(kill) : victim(kill, round), company);
    }

    private static Victim inAHurry(int kill) {
        return kill % BETWEEN_NODES == BETWEEN_NODES / 2 - 1
                ? Victim.NODE
                : KILLED.get(kill % (KILLED.size() - 1));
    }

    private static Victim victim(int kill, int round) {
        return KILLED.get((kill + round) % KILLED.size());
    }

    /** Nobody can wait for the lock of the log where it is held to gather others. */
    private static Company company(Step step, int turn) {
        Company company = COMPANIES.get(turn % COMPANIES.size());
        return step == Step.AWAITING_THE_LOCK && company == Company.BESIDE
                ? Company.BEHIND
                : company;
    }

    private static String answerAfterACut(Step step) {
        return switch (step) {
            case REQUEST_HALF_SENT, ANSWERED_ON_THE_WAY_TO_THE_CALLER -> "none";
            case APPEND_NOT_SENT, APPEND_HALF_SENT -> "503";
            default -> step.isWithinATransaction() ? "503" : "201";
        };
    }
}
