package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.refocusrecord.app.faults.Door.Answer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** One session is stopped at a step, somebody is struck, and then it is looked at what there is. */
final class Strike {

    private static final Duration GATHERED_BY = Duration.ofSeconds(30);

    /**
     * For those who come at once to stand before the log together. Whoever comes later is written
     * later, and is struck no more for it than otherwise.
     */
    private static final long GATHERING_MILLIS = 100;

    /** Who else sends something. */
    enum Company {
        NONE,
        /** Others come while the one is stopped. */
        BEHIND,
        /** Others are written along with it. */
        BESIDE
    }

    /** What is done before a node that was struck is started again. */
    interface Meanwhile {
        void happens() throws Exception;
    }

    /** What became of it. */
    record Result(Step step, Victim victim, int together, String answer, boolean isRecorded) {}

    private final Stage stage;
    private final Step step;
    private final Victim victim;
    private final Company company;

    Strike(Stage stage, Step step, Victim victim, Company company) {
        this.stage = stage;
        this.step = step;
        this.victim = victim;
        this.company = company;
    }

    /** Who was struck comes back at once. */
    Result done(List<Lane> lanes) throws Exception {
        return done(lanes, () -> {});
    }

    /** Who was struck comes back after that. */
    Result done(List<Lane> lanes, Meanwhile meanwhile) throws Exception {
        knowsHowItStands(lanes.getFirst());
        List<Lane.Session> sessions = lanes.stream().map(Lane::next).toList();
        stage.wire().watch(sessions.stream().map(one -> UUID.fromString(one.id())).toList());
        List<Optional<Answer>> answers = sent(lanes, sessions);
        int together = stage.wire().wentTogether();
        meanwhile.happens();
        stage.comeBack();
        boolean isRecorded = settled(lanes, sessions, answers);
        stage.isWhole();
        String answer =
                answers.getFirst().map(got -> Integer.toString(got.status())).orElse("none");
        return new Result(step, victim, together, answer, isRecorded);
    }

    /**
     * A node that was struck before it knew what it had recorded decides on a state of before, and
     * once more when the log says so: the step would be one of the try that does not stand.
     */
    private void knowsHowItStands(Lane lane) throws InterruptedException {
        assertThat(lane.settle(lane.next(), stage.door()).status()).isEqualTo(201);
    }

    private List<Optional<Answer>> sent(List<Lane> lanes, List<Lane.Session> sessions)
            throws Exception {
        AtomicBoolean isStruck = new AtomicBoolean();
        List<Future<Optional<Answer>>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try (Connection holder = stage.asOwner();
                    Connection gathering = stage.asOwner()) {
                if (company == Company.BESIDE) {
                    gather(threads, gathering);
                }
                try (Trap trap = trap(sessions.getFirst(), holder)) {
                    answers.add(
                            threads.submit(() ->
                                    stopped(lanes.getFirst(), sessions.getFirst(), isStruck)));
                    if (company == Company.BESIDE) {
                        answers.addAll(others(threads, lanes, sessions));
                        Thread.sleep(GATHERING_MILLIS);
                        Sql.run(gathering, "select pg_advisory_unlock_all()");
                    }
                    if (step.isAcknowledged()) {
                        assertThat(answers.getFirst().get().orElseThrow().status()).isEqualTo(201);
                    }
                    OptionalLong backend = trap.sprung();
                    if (company == Company.BEHIND) {
                        answers.addAll(others(threads, lanes, sessions));
                        Thread.sleep(GATHERING_MILLIS);
                    }
                    isStruck.set(true);
                    victim.strike(stage, backend);
                }
            } catch (SQLException struckToo) {
                // Whoever looks on has a process of the database too.
                assertThat(victim).isEqualTo(Victim.BACKEND);
            }
            List<Optional<Answer>> got = new ArrayList<>();
            for (Future<Optional<Answer>> answer : answers) {
                got.add(answer.get());
            }
            return got;
        }
    }

    /** Lets something be under way, so that those who come meanwhile are written together. */
    private void gather(ExecutorService threads, Connection gathering)
            throws SQLException, InterruptedException {
        String lock = "refocus_log.append_lock()";
        Sql.run(gathering, "select pg_advisory_lock(" + lock + ")");
        // Its caller may get no answer: nobody asks for it.
        Future<?> _ =
                threads.submit(() -> {
                    stage.recordWithoutWords();
                    return true;
                });
        long end = System.nanoTime() + GATHERED_BY.toNanos();
        while (Gates.waiting(gathering, lock, stage.wire()::leadsTo).isEmpty()) {
            assertThat(System.nanoTime()).as("nobody waits for the lock").isLessThan(end);
            Thread.sleep(2);
        }
    }

    private Trap trap(Lane.Session session, Connection holder) throws SQLException {
        Runnable freezing = victim == Victim.NODE ? stage.node()::freeze : () -> {};
        return Trap.set(step, session, stage.wire(), stage.http(), holder, freezing);
    }

    /** Where a line of the pool was lost in an earlier strike, it comes again at once. */
    private Optional<Answer> stopped(Lane lane, Lane.Session session, AtomicBoolean isStruck)
            throws InterruptedException {
        Door door = stage.heldDoor();
        Optional<Answer> answer = lane.send(session, door);
        while (!isStruck.get() && answer.filter(got -> got.status() == 503).isPresent()) {
            answer = lane.send(session, door);
        }
        return answer;
    }

    private Stream<Future<Optional<Answer>>> sending(
            ExecutorService threads, List<Lane> lanes, List<Lane.Session> sessions) {
        return Stream.iterate(1, index -> index < lanes.size(), index -> index + 1)
                .map(index ->
                        threads.submit(
                                () -> lanes.get(index).send(sessions.get(index), stage.door())));
    }

    private List<Future<Optional<Answer>>> others(
            ExecutorService threads, List<Lane> lanes, List<Lane.Session> sessions) {
        return sending(threads, lanes, sessions).toList();
    }

    /** Answers whether the one that was stopped was recorded before it was sent again. */
    private boolean settled(
            List<Lane> lanes, List<Lane.Session> sessions, List<Optional<Answer>> answers)
            throws Exception {
        boolean isRecorded = false;
        for (int index = 0; index < answers.size(); index++) {
            boolean wasRecorded;
            try (Connection owner = stage.asOwner()) {
                wasRecorded = LogCheck.isRecorded(owner, sessions.get(index));
            }
            if (index == 0) {
                isRecorded = wasRecorded;
                // Also of one that was sent again: what was answered 503 before anybody was struck
                // had ended, and had written nothing.
                boolean isOneCall = sessions.getFirst().load() == Lane.Load.ONE_EVENT;
                assertThat(wasRecorded)
                        .as("%s at %s: recorded", victim, step)
                        .isEqualTo(step.isRecordedAfter(victim, isOneCall));
            }
            settle(lanes.get(index), sessions.get(index), answers.get(index), wasRecorded);
        }
        return isRecorded;
    }

    private void settle(
            Lane lane, Lane.Session session, Optional<Answer> answer, boolean wasRecorded)
            throws InterruptedException {
        Optional<Answer> receipt = answer.filter(got -> got.status() != 503);
        if (receipt.isPresent()) {
            assertThat(wasRecorded).as("what was acknowledged is there").isTrue();
            lane.isAcknowledged(session, receipt.get());
        } else {
            Answer again = lane.settle(session, stage.door());
            assertThat(again.status()).isEqualTo(wasRecorded ? 200 : 201);
        }
    }
}
