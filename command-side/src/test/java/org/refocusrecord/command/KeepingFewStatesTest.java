package org.refocusrecord.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.Goals.goalSet;
import static org.refocusrecord.command.example.Goals.stepPlanned;
import static org.refocusrecord.command.example.Meeting.session;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.command.door.DispatchDoor.Outcome;
import org.refocusrecord.command.example.Cast;
import org.refocusrecord.command.example.Facts;
import org.refocusrecord.command.example.Meeting;
import org.refocusrecord.command.example.Postings;
import org.refocusrecord.command.example.Telling;
import org.refocusrecord.eventlog.Repeat;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.session.Entry;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * More cases are worked on than a node keeps the states of. It keeps no more than it may, and what
 * it decides is the same.
 */
class KeepingFewStatesTest {

    private static final int MOST_EVENTS = 40;
    private static final int CASES = 15;
    private static final int ROUNDS = 3;
    private static final int OF_ITSELF = 2;

    @TempDir private Path keys;
    private CaseOnNodes nodes;
    private Node node;

    @BeforeEach
    void a_node_keeps_a_few_states() {
        nodes = new CaseOnNodes(keys);
        node = nodes.node(MOST_EVENTS);
        for (int index = 0; index < CASES; index++) {
            node.records(opening(index));
        }
    }

    @AfterEach
    void the_node_ends() {
        nodes.close();
    }

    @Test
    void no_more_is_kept_than_may_be_and_each_append_is_decided_on_the_whole_case() {
        isWithinTheBound(1);
        for (int round = 0; round < ROUNDS; round++) {
            for (int index = 0; index < CASES; index++) {
                isDecidedOnTheWholeCase(index, round);
            }
            isWithinTheBound(versionAfter(round + 1));
        }
    }

    private void isDecidedOnTheWholeCase(int index, int round) {
        assertThat(node.records(meeting(index, round)).version())
                .isEqualTo(versionAfter(round + 1));
        assertThat(node.tells(meeting(index, round)))
                .isInstanceOfSatisfying(
                        Outcome.RecordedBefore.class,
                        before -> assertThat(before.repeat()).isInstanceOf(Repeat.Same.class));
        assertThatExceptionOfType(CommandRefused.class)
                .isThrownBy(() -> node.tells(restingOnAnothers(index, (index + 1) % CASES)))
                .satisfies(refused ->
                        assertThat(refused.refusals())
                                .extracting(Refusal::code)
                                .containsExactly("reference.unknown"));
    }

    /** Its opening, and in each round a meeting with two entries: in the first with one. */
    private static long versionAfter(int rounds) {
        return 3L * rounds;
    }

    /** Some are kept, not all, and together they weigh no more than they may. */
    private void isWithinTheBound(long version) {
        assertThat(ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.MINUTES)).isTrue();
        long kept =
                IntStream.range(0, CASES)
                        .mapToObj(KeepingFewStatesTest::streamOf)
                        // A state without events is never kept: so this says whether any is.
                        .filter(stream -> !node.states.cases().isAsKept(stream, CaseState.EMPTY))
                        .count();
        assertThat(kept).isBetween(1L, MOST_EVENTS / (version + OF_ITSELF));
    }

    private static CaseId caseOf(int index) {
        return new CaseId(Cast.id("case " + index));
    }

    private static String streamOf(int index) {
        return CaseCommand.streamOf(caseOf(index));
    }

    private static Telling opening(int index) {
        var opened =
                but(
                        but(Facts.opened(), "caseId", caseOf(index)),
                        "commandId",
                        Facts.command("opening " + index));
        return new OfCase(posting ->
                new CaseCommand.StateFact(streamOf(index), posting, opened.commandId(), opened));
    }

    /** A goal is set, and a step is planned of that of the round before. */
    private static Telling meeting(int index, int round) {
        String goal = goal(index, round);
        return of(
                index,
                round == 0
                        ? session("of " + goal, goalSet(goal))
                        : session(
                                "of " + goal,
                                goalSet(goal),
                                stepPlanned(goal(index, round - 1), "of " + goal)));
    }

    private static Telling restingOnAnothers(int index, int other) {
        String name = "wrong " + index;
        return of(index, session(name, stepPlanned(goal(other, 0), name)));
    }

    private static String goal(int index, int round) {
        return "goal %d of case %d".formatted(round, index);
    }

    private static Telling of(int index, Meeting meeting) {
        List<Entry> entries = meeting.entries();
        var header = meeting.with("caseId", caseOf(index)).header();
        return new OfCase(posting ->
                new CaseCommand.RecordSession(streamOf(index), posting, header, entries));
    }

    @FunctionalInterface
    private interface Making {
        CaseCommand by(Posting posting);
    }

    private record OfCase(Making making) implements Telling {
        @Override
        public Posting posting() {
            return Postings.bySystem();
        }

        @Override
        public CaseCommand command(Posting posting) {
            return making.by(posting);
        }
    }
}
