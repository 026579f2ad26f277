package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Nodes that share a database try what waits for one case one after the other. */
class TakingTurnsAtWaitingTest {

    private static final Duration BEFORE_MOST_SWEEPS = Duration.ofSeconds(5);

    @AutoClose private static final Letters LETTERS = Letters.toTheService();

    private final Story story = Story.begun(Letters.service());
    private final LogTampering log = LogTampering.on(story.service.data());
    private final String goal = Story.id();
    private final String stream = "case/" + story.caseId;
    private final String takenByAnother =
            """
            insert into refocus_inbox.turn (stream, holder, until)
            values ('%s', gen_random_uuid(), 'infinity')
            on conflict (stream) do update set holder = excluded.holder, until = excluded.until
            """
                    .formatted(stream);
    private String waiting = "";

    @BeforeEach
    void a_step_waits_for_its_goal() throws Exception {
        waiting =
                LETTERS.send(
                        story.session(
                                "2011-03-15T10:00:00Z",
                                Entries.stepPlanned(goal, Story.id(), "SERVICE_USER")));
        LETTERS.waiting(waiting);
        // That is told before it is kept.
        await(() ->
                asked(
                                "select kept_at from refocus_inbox.waiting where stream = '%s'"
                                        .formatted(stream))
                        .isPresent());
    }

    private void goalIsSet() {
        story.post(
                        story.session(
                                "2011-03-14T10:00:00Z",
                                Entries.goalSet(goal, Entries.verbatim("To cook again."))))
                .recorded();
    }

    @Test
    void where_another_node_has_the_turn_it_is_tried_as_soon_as_that_is_over() throws Exception {
        log.execute(takenByAnother);

        goalIsSet();

        assertThat(LETTERS.comesToAnEnd(waiting, Duration.ofSeconds(2))).isFalse();
        isTriedOnceThatNodeHasDied();
    }

    @Test
    void so_it_is_where_that_was_known_late() throws Exception {
        try (Connection other = log.connection();
                Statement taking = other.createStatement()) {
            other.setAutoCommit(false);
            taking.execute(takenByAnother);
            goalIsSet();
            int taker = other.unwrap(PGConnection.class).getBackendPID();
            await(() -> isWaitedFor(taker));
            // The database answers so late that the node has long decided how long it rests.
            Thread.sleep(Duration.ofSeconds(1));
            other.commit();
            await(() -> !isWaitedFor(taker));
        }

        isTriedOnceThatNodeHasDied();
    }

    private boolean isWaitedFor(int taker) throws SQLException {
        return asked(
                        """
                        select now() from pg_locks
                         where not granted and %d = any (pg_blocking_pids(pid))
                        """
                                .formatted(taker))
                .isPresent();
    }

    private void isTriedOnceThatNodeHasDied() throws SQLException {
        log.execute(
                "update refocus_inbox.turn set until = clock_timestamp() where stream = '%s'"
                        .formatted(stream));
        assertThat(LETTERS.comesToAnEnd(waiting, BEFORE_MOST_SWEEPS)).isTrue();
        assertThat(LETTERS.outcomesHeard(waiting)).containsExactly("WAITING", "RECORDED");
    }

    @Test
    void a_turn_is_prolonged_while_its_node_is_at_it() throws Exception {
        try (Connection held = log.connection();
                Statement holding = held.createStatement()) {
            held.setAutoCommit(false);
            holding.execute(
                    "select from refocus_inbox.waiting where stream = '%s' for update"
                            .formatted(stream));
            goalIsSet();
            // It is told of, and cannot be taken away.
            LETTERS.outcome(waiting);
            Instant before = endOfTheTurn().orElseThrow();

            await(() -> endOfTheTurn().orElseThrow().isAfter(before));

            held.rollback();
            await(() -> endOfTheTurn().isEmpty());
        }
        assertThat(LETTERS.outcomesHeard(waiting)).containsExactly("WAITING", "RECORDED");
    }

    private Optional<Instant> endOfTheTurn() throws SQLException {
        return asked("select until from refocus_inbox.turn where stream = '%s'".formatted(stream));
    }

    private Optional<Instant> asked(String question) throws SQLException {
        try (Connection connection = log.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next()
                    ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                    : Optional.empty();
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        while (!condition.call()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            Thread.sleep(100);
        }
    }
}
