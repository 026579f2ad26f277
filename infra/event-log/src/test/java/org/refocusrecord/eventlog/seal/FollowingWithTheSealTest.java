package org.refocusrecord.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.CaseInTheLog;
import org.refocusrecord.eventlog.OpenLog;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import javax.sql.DataSource;

class FollowingWithTheSealTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir static Path folder;
    @AutoClose private final OpenLog open = new OpenLog(folder);
    @AutoClose private final Arrivals arrivals = new Arrivals(open.database().reader());
    private final CaseInTheLog caseFile = new CaseInTheLog();

    @Test
    void a_checkpoint_is_signed_some_time_after_an_event() {
        try (Sealer sealer = sealer(SHORT, 1_000_000, NEVER)) {
            sealer.start();
            open.log().append(caseFile.opening("o"));

            await(() -> signed() == 1);
        }
    }

    @Test
    void a_checkpoint_is_signed_after_so_many_events() {
        try (Sealer sealer = sealer(NEVER, 3, NEVER)) {
            sealer.start();
            await(() -> signed() == 0);
            open.log().append(caseFile.opening("o"));
            open.log().append(caseFile.voicing(1, "v", "I want to sing"));

            await(() -> signed() == 3);
        }
    }

    /** A word of the database goes to those who listen in that database. */
    @Test
    void where_no_word_ever_comes_it_looks_by_itself(@TempDir Path elsewhere) {
        try (OpenLog another = new OpenLog(elsewhere);
                Arrivals deaf = new Arrivals(another.database().reader());
                Sealer sealer =
                        new Sealer(
                                open.log(),
                                open.database().appender(),
                                open.database().reader(),
                                deaf,
                                key(),
                                new SealSettings(NEVER, 1, NEVER, PATIENCE, false))) {
            open.log().append(caseFile.opening("o"));
            sealer.start();
            await(() -> signed() == 1);

            open.log().append(caseFile.death(1, "d"));

            await(() -> signed() == 2);
        }
    }

    @Test
    void whoever_asks_gets_a_checkpoint_over_what_was_recorded_a_moment_ago() {
        Sealer sealer = sealer(NEVER, 1_000_000, NEVER);
        long position = open.log().append(caseFile.opening("o")).position();

        assertThat(sealer.through(position).size()).isEqualTo(position);
    }

    @Test
    void whoever_asks_for_heads_gets_them_noted_and_covered() {
        Sealer sealer = sealer(NEVER, 1_000_000, NEVER);
        long position = open.log().append(caseFile.opening("o")).position();

        Sealed.Covered covered = heads(sealer, position);

        assertThat(covered.heads().position()).isEqualTo(position);
        assertThat(covered.checkpoint().size()).isGreaterThanOrEqualTo(covered.heads().notedAt());
        assertThat(heads(sealer, position).checkpoint().note())
                .isEqualTo(covered.checkpoint().note());
        assertThat(open.log().head().position()).isEqualTo(position + 1);
    }

    @Test
    void whoever_asks_for_heads_through_a_note_of_them_need_not_wait_for_another() {
        Sealer sealer = sealer(NEVER, 1_000_000, NEVER);
        long position = open.log().append(caseFile.opening("o")).position();
        Sealed.Covered covered = heads(sealer, position);

        assertThat(heads(sealer, position + 1).checkpoint().note())
                .isEqualTo(covered.checkpoint().note());
        assertThat(open.log().head().position()).isEqualTo(position + 1);
    }

    @Test
    void the_heads_are_noted_now_and_then_and_never_for_a_note_alone() throws Exception {
        try (Sealer sealer = sealer(SHORT, 1_000_000, SHORT)) {
            open.log().append(caseFile.opening("o"));
            sealer.start();
            await(() -> open.log().head().position() == 2);
            Thread.sleep(8 * SHORT.toMillis());

            assertThat(open.log().head().position()).isEqualTo(2);
        }
    }

    @Test
    void what_is_not_recorded_yet_is_not_sealed_yet() {
        assertThatThrownBy(() -> impatient(SHORT).through(1_000)).isInstanceOf(SealBehind.class);
    }

    @Test
    void whoever_asks_while_another_is_at_it_for_long_is_told_in_time() throws Exception {
        Sealer sealer = impatient(SHORT);
        long position = open.log().append(caseFile.opening("o")).position();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection holder = open.database().owner().getConnection()) {
            holder.setAutoCommit(false);
            run(holder, "lock table refocus_seal.edge in exclusive mode");
            Future<SignedCheckpoint> first = threads.submit(() -> sealer.through(position));
            await(() -> waits(holder));

            Future<SignedCheckpoint> second = threads.submit(() -> sealer.through(position));
            try {
                assertThatThrownBy(() -> second.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                        .hasCauseInstanceOf(SealBehind.class);
            } finally {
                holder.rollback();
            }
            assertThat(first.get().size()).isEqualTo(position);
        }
    }

    @Test
    void heads_that_have_stood_for_long_come_nearer_whenever_somebody_asks() throws Exception {
        int pages = 6;
        int last = pages * HeadsKeeper.PAGE;
        ManyEvents.add(open.database(), 1, last);
        Sealer sealer = impatient(Duration.ofNanos(1));

        for (int asking = 1; asking < pages; asking++) {
            assertThatThrownBy(() -> sealer.withHeadsThrough("team/1", last))
                    .isInstanceOf(SealBehind.class);
            assertThat(sealed().heads("team/1").orElseThrow().position())
                    .isEqualTo(asking * (long) HeadsKeeper.PAGE);
        }

        assertThat(sealer.withHeadsThrough("team/1", last).heads().position()).isEqualTo(last);
    }

    @Test
    void heads_that_have_stood_for_long_are_noted_to_the_last_though_nobody_asks()
            throws Exception {
        int last = 3 * HeadsKeeper.PAGE;
        ManyEvents.add(open.database(), 1, last);
        SealSettings settings =
                new SealSettings(NEVER, 1_000_000, SHORT, Duration.ofNanos(1), false);
        try (Sealer sealer = sealer(open.database().appender(), settings)) {
            sealer.start();

            await(() ->
                    sealed().heads("team/1").filter(heads -> heads.position() >= last).isPresent());
        }
    }

    @Test
    void whoever_asks_for_what_is_sealed_already_takes_nothing_from_those_who_record() {
        long position = open.log().append(caseFile.opening("o")).position();
        heads(sealer(NEVER, 1_000_000, NEVER), position);
        HikariDataSource none = new HikariDataSource();
        none.close();

        SealSettings settings = new SealSettings(NEVER, 1_000_000, NEVER, PATIENCE, false);
        Sealer sealer = sealer(none, settings);

        assertThat(sealer.through(position).size()).isGreaterThanOrEqualTo(position);
        assertThat(heads(sealer, position).heads().position()).isGreaterThanOrEqualTo(position);
    }

    @Test
    void a_broken_seal_says_so_and_signs_nothing() throws Exception {
        open.log().append(caseFile.opening("o"));
        open.log().append(caseFile.death(1, "d"));
        try (Sealer sealer = sealer(SHORT, 1_000_000, NEVER)) {
            sealer.start();
            await(() -> signed() == 2);
            ManyEvents.execute(
                    open.database().owner(),
                    "alter table refocus_log.event disable trigger all;"
                            + " delete from refocus_log.event where position = 2");

            await(() -> String.valueOf(sealer.fault()).contains("the log ends at position 1"));
            assertThat(signed()).isEqualTo(2);
        }
    }

    private Sealed.Covered heads(Sealer sealer, long position) {
        return sealer.withHeadsThrough(caseFile.stream(), position);
    }

    private Sealer sealer(Duration every, long events, Duration heads) {
        return sealer(
                open.database().appender(),
                new SealSettings(every, events, heads, PATIENCE, false));
    }

    /** One that signs nothing by itself, and lets nobody wait for longer than that. */
    private Sealer impatient(Duration longestWait) {
        return sealer(
                open.database().appender(),
                new SealSettings(NEVER, 1_000_000, NEVER, longestWait, false));
    }

    private Sealer sealer(DataSource appender, SealSettings settings) {
        return new Sealer(
                open.log(), appender, open.database().reader(), arrivals, key(), settings);
    }

    private SignerKey key() {
        return SignerKey.of(
                SealKeyFile.origin(open.log().store().identity().logId()), new byte[32]);
    }

    private Sealed sealed() {
        return new Sealed(open.database().reader());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Whether somebody waits for a table that this connection has locked. */
    private static boolean waits(Connection holder) {
        try (Statement statement = holder.createStatement();
                ResultSet waits =
                        statement.executeQuery(
                                "select from pg_locks where relation ="
                                        + " 'refocus_seal.edge'::regclass and not granted")) {
            return waits.next();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private long signed() {
        return sealed().newest().map(SignedCheckpoint::size).orElse(-1L);
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            Thread.onSpinWait();
        }
    }
}
