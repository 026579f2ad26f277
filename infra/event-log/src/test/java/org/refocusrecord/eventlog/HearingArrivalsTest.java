package org.refocusrecord.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

/** Who waits for events is woken by what the database says, and by nothing that is old. */
@Timeout(60)
class HearingArrivalsTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration A_MOMENT = Duration.ofMillis(20);
    private static final long BEYOND_ALL = Long.MAX_VALUE - 1;

    @TempDir private Path folder;
    @AutoClose private OpenLog open;
    @AutoClose private Arrivals arrivals;

    @BeforeEach
    void somebody_listens_to_a_log_of_two_events() throws InterruptedException {
        open = new OpenLog(folder);
        open.log().append(new CaseInTheLog().opening("one"));
        open.log().append(new CaseInTheLog().opening("two"));
        arrivals = new Arrivals(open.database().reader());
        // It listens before it asks how far the log has come.
        assertThat(waited(1, LONG)).isLessThan(LONG);
    }

    @Test
    void what_was_recorded_before_anybody_listened_is_asked_for() throws Exception {
        try (Arrivals later = new Arrivals(open.database().reader())) {
            long start = System.nanoTime();
            later.awaitBeyond(1, LONG);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
        }
    }

    @Test
    void an_event_wakes_whoever_waits_for_it() throws Exception {
        Thread recording =
                Thread.ofPlatform()
                        .start(() -> open.log().append(new CaseInTheLog().opening("three")));

        assertThat(waited(2, LONG)).isLessThan(LONG);
        recording.join();
    }

    @Test
    void a_word_of_what_was_handled_does_not_wake_anybody() throws Exception {
        isSaidUntilHeard(10);
        Thread old =
                Thread.ofPlatform()
                        .start(() -> {
                            for (int word = 1; word <= 10; word++) {
                                say(word);
                            }
                        });

        assertThat(waited(10, SHORT)).isGreaterThanOrEqualTo(SHORT);
        old.join();
    }

    @Test
    void what_was_recorded_while_the_connection_was_away_is_asked_for_when_it_is_back()
            throws Exception {
        listenersAreEnded();
        // As if the word had gone while nobody listened.
        isRecordedInSilence();
        listenersAreEnded();

        assertThat(waited(5, LONG)).isLessThan(LONG);
    }

    @Test
    void an_event_of_which_nobody_says_a_word_is_asked_for() throws Exception {
        isRecordedInSilence();

        assertThat(waited(5, LONG)).isLessThan(LONG);
    }

    @Test
    void nor_does_it_wait_for_silence_to_be_asked_for() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        Thread talking =
                Thread.ofPlatform()
                        .start(() -> {
                            while (!isOver.get()) {
                                say(1);
                            }
                        });
        isRecordedInSilence();

        assertThat(waited(5, LONG)).isLessThan(LONG);
        isOver.set(true);
        talking.join();
    }

    private void isRecordedInSilence() {
        run(
                open.database().superuser(),
                """
                alter table refocus_log.event disable trigger all;
                insert into refocus_log.event
                select position + 5, sequence, occurred_at, recorded_at, revision, gen_random_uuid(),
                       gen_random_uuid(), 'case/x', type, posted_by, recorded_by, leaf_hash, content_mac,
                       content_mac_key, payload from refocus_log.event where position = 1
                """);
    }

    @Test
    void a_shorter_log_that_took_the_place_of_the_one_that_was_heard_is_not_taken_for_it()
            throws Exception {
        isSaidUntilHeard(10);

        listenersAreEnded();

        untilNobodyIsWokenBeyond(2);
        assertThat(waited(1, LONG)).isLessThan(LONG);
    }

    @Test
    void nonsense_that_somebody_says_does_not_make_it_deaf() throws Exception {
        say("");
        say("soon");
        say("99999999999999999999999");

        Thread recording =
                Thread.ofPlatform()
                        .start(() -> open.log().append(new CaseInTheLog().opening("three")));

        assertThat(waited(2, LONG)).isLessThan(LONG);
        recording.join();
    }

    @Test
    void a_position_that_the_log_does_not_reach_is_not_believed_for_long() throws Exception {
        isSaidUntilHeard(999_999_999_999_999_999L);

        untilNobodyIsWokenBeyond(1_000);
    }

    private Duration waited(long position, Duration most) throws InterruptedException {
        long start = System.nanoTime();
        arrivals.awaitBeyond(position, most);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Where whoever waits is too slow, the word is no longer believed, and said again. */
    private void isSaidUntilHeard(long position) throws InterruptedException {
        do {
            say(position);
        } while (waited(position - 1, SHORT).compareTo(SHORT) >= 0);
    }

    /** For ever, where somebody always is: the test's own time ends that. */
    private void untilNobodyIsWokenBeyond(long position) throws InterruptedException {
        while (waited(position, SHORT).compareTo(SHORT) < 0) {
            arrivals.awaitBeyond(BEYOND_ALL, A_MOMENT);
        }
    }

    private void say(long position) {
        say(Long.toString(position));
    }

    private void say(String word) {
        run(open.database().reader(), "select pg_notify('refocus_log', '" + word + "')");
    }

    private void listenersAreEnded() {
        run(
                open.database().superuser(),
                "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    private static void run(DataSource as, String sql) {
        try (Connection connection = as.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
