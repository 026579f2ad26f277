package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.Appending;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.EventIds;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.store.Append;
import org.refocusrecord.eventlog.store.ContentGuard;
import org.refocusrecord.eventlog.store.Erasure;
import org.refocusrecord.eventlog.store.LogMigrations;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.NewRow;
import org.refocusrecord.eventlog.store.RecordKeyRow;
import org.refocusrecord.eventlog.store.UsedKey;
import org.refocusrecord.query.caseload.CaseInLog;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.team.TeamStory;
import org.refocusrecord.testkit.TestDatabase;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

/** The views follow the log in the database, woken by it. */
@Timeout(60)
class FollowingTheRealLogTest {

    @AutoClose
    private final TestDatabase database =
            TestDatabase.migrated(
                    "views",
                    owner -> {
                        LogMigrations.apply(owner);
                        ViewMigrations.apply(owner);
                    });

    @AutoClose private final HikariDataSource appender = pool(database.as("refocus_appender"));
    @AutoClose private final HikariDataSource reader = pool(database.reader());
    @AutoClose private final HikariDataSource keeper = pool(database.owner());
    private final StoryLog story = new StoryLog();
    private long told;

    private static HikariDataSource pool(DataSource dataSource) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** Puts what the story tells into the log, each command as one. */
    private void append(EventLog log) {
        Map<String, List<RecordedEvent>> commands = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (RecordedEvent event : story.page(told, Integer.MAX_VALUE)) {
            String id = event.commandId().toString();
            if (!commands.containsKey(id)) {
                order.add(id);
            }
            commands.computeIfAbsent(id, _ -> new ArrayList<>()).add(event);
        }
        order.forEach(id -> append(log, commands.getOrDefault(id, List.of())));
        told = story.head().position();
    }

    private static void append(EventLog log, List<RecordedEvent> command) {
        RecordedEvent first = command.getFirst();
        log.append(
                Appending.whateverCameLast(
                        first.stream(),
                        log.store().nextSequence(first.stream()),
                        first.commandId(),
                        "{}",
                        "account",
                        first.recordedBy(),
                        command.stream()
                                .map(event ->
                                        new Appending.Pending(
                                                EventIds.next(), event.event(), event.occurredAt()))
                                .toList()));
    }

    /** An event as a later program might write it. */
    private static long appendUnreadable(EventLog log, String stream) {
        LogStore store = log.store();
        RecordKeyRow key = store.recordKeys(stream).getLast();
        store.append(
                new Append(
                        UUID.randomUUID(),
                        new ContentGuard(new byte[32], key.id()),
                        stream,
                        store.nextSequence(stream),
                        null,
                        "account",
                        "OTHER/registry",
                        List.of(
                                new NewRow(
                                        EventIds.next().value(),
                                        "goal.dreamt-of",
                                        1,
                                        null,
                                        "{\"said\":\"secret\"}".getBytes(UTF_8),
                                        null)),
                        new UsedKey(key.id(), key.generation(), null),
                        Erasure.NONE));
        return store.head().position();
    }

    private EventLog open(Path folder) {
        return new EventLog(
                new LogStore(appender),
                new MasterKeyFile(folder.resolve("master.key"), Randomness.secure()).open(false),
                Randomness.secure());
    }

    @Test
    void what_is_appended_arrives(@TempDir Path folder) {
        EventLog log = open(folder);
        Positions positions = new Positions(keeper, Views.projectors());
        try (Arrivals arrivals = new Arrivals(reader);
                Follower follower =
                        new Follower(
                                new LogFeed(log, arrivals),
                                keeper,
                                database.owner(),
                                Views.projectors(),
                                positions,
                                new Segments(3))) {
            follower.start();
            new TeamStory(story, TeamStory.TEAM).joined(1, "2012-01-01");
            CaseInLog one = new CaseInLog(story, 1, TeamStory.TEAM, "2012-01-05", 1);
            one.session(1, "2012-02-01T10:00:00Z", one.goalSet());
            append(log);
            positions.await(Views.ALL, log.head().position(), Duration.ofSeconds(20));
            Projections projections =
                    new Projections(
                            new LogFeed(log, arrivals), keeper, Views.projectors(), follower);

            assertThat(projections.haveCaughtUp()).isTrue();
            assertThat(projections.parked()).isEmpty();
            assertThat(projections.status())
                    .allSatisfy(status -> assertThat(status.count()).isPositive());
        }
    }

    /** A word of the database goes to those who listen in that database. */
    @Test
    void where_no_word_ever_comes_they_look_by_themselves(@TempDir Path folder) {
        EventLog log = open(folder);
        Positions positions = new Positions(keeper, Views.projectors());
        try (TestDatabase another = TestDatabase.migrated("log", LogMigrations::apply);
                Arrivals deaf = new Arrivals(another.reader());
                Follower follower = follower(new LogFeed(log, deaf), positions)) {
            new TeamStory(story, TeamStory.TEAM).joined(1, "2012-01-01");
            append(log);
            follower.start();
            positions.await(Views.ALL, log.head().position(), Duration.ofSeconds(20));

            new CaseInLog(story, 1, TeamStory.TEAM, "2012-01-05", 1);
            append(log);

            positions.await(Views.ALL, log.head().position(), Duration.ofSeconds(20));
        }
    }

    @Test
    void an_event_that_cannot_be_read_parks_its_own_case_and_no_other(@TempDir Path folder) {
        EventLog log = open(folder);
        Positions positions = new Positions(keeper, Views.projectors());
        new TeamStory(story, TeamStory.TEAM).joined(1, "2012-01-01");
        CaseInLog ill = new CaseInLog(story, 1, TeamStory.TEAM, "2012-01-05", 1);
        CaseInLog well = new CaseInLog(story, 2, TeamStory.TEAM, "2012-01-05", 1);
        append(log);
        try (Arrivals arrivals = new Arrivals(reader)) {
            LogFeed feed = new LogFeed(log, arrivals);
            follow(feed, positions);
            ill.session(1, "2012-02-01T10:00:00Z");
            append(log);
            long unreadable = appendUnreadable(log, ill.stream());
            ill.session(1, "2012-02-02T10:00:00Z");
            well.session(1, "2012-02-02T10:00:00Z");
            append(log);

            // Follows anew, so that streams are read whole, past what cannot be read.
            Projections projections = follow(feed, positions);

            assertThat(projections.haveCaughtUp()).isTrue();
            assertThat(projections.parked())
                    .isNotEmpty()
                    .allSatisfy(parked -> {
                        assertThat(parked.stream()).isEqualTo(ill.stream());
                        assertThat(parked.firstPosition()).isEqualTo(unreadable);
                        assertThat(parked.events()).isEqualTo(2);
                        assertThat(parked.cause())
                                .isEqualTo("cannot be read: goal.dreamt-of: an unknown name");
                    })
                    .extracting(Parked::projection)
                    .contains("caseload")
                    .doesNotContain("teams");
            assertThat(projections.release(ill.stream()))
                    .isNotEmpty()
                    .allSatisfy(parked -> assertThat(parked.firstPosition()).isEqualTo(unreadable));
        }
    }

    @Test
    void where_events_are_missing_the_views_stand_before_them_and_say_so(@TempDir Path folder)
            throws Exception {
        EventLog log = open(folder);
        new TeamStory(story, TeamStory.TEAM).joined(1, "2012-01-01");
        CaseInLog one = new CaseInLog(story, 1, TeamStory.TEAM, "2012-01-05", 1);
        one.session(1, "2012-02-01T10:00:00Z", one.goalSet());
        append(log);
        long head = log.head().position();
        takeOut("position = " + (head - 1));
        Positions positions = new Positions(keeper, Views.projectors());
        try (Arrivals arrivals = new Arrivals(reader);
                Follower follower = follower(new LogFeed(log, arrivals), positions);
                Follower standingBy = follower(new LogFeed(log, arrivals), positions)) {
            Projections projections = projections(new LogFeed(log, arrivals), follower);
            AtomicInteger asked = new AtomicInteger();
            Projections elsewhere =
                    projections(
                            new PassedOn(new LogFeed(log, arrivals)) {
                                @Override
                                public Set<Long> missing(Collection<Long> positions) {
                                    asked.incrementAndGet();
                                    return super.missing(positions);
                                }
                            },
                            standingBy);
            follower.start();
            while (follower.fault() == null) {
                Thread.sleep(10);
            }
            assertThat(follower.fault())
                    .isEqualTo("the log has no event at position " + (head - 1));
            for (Projections told : List.of(projections, elsewhere)) {
                assertThat(told.status())
                        .isNotEmpty()
                        .allSatisfy(status -> {
                            assertThat(status.position()).isEqualTo(head - 2);
                            assertThat(status.state()).isEqualTo(ProjectionStatus.State.FAILING);
                        });
            }
            assertThat(asked).as("once for all of them").hasValue(1);

            putBack();
            positions.await(Views.ALL, head, Duration.ofSeconds(20));
            assertThat(elsewhere.haveCaughtUp()).isTrue();
            assertThat(projections.parked()).isEmpty();
        }
    }

    @Test
    void a_case_that_lacks_an_event_waits_until_it_is_there_again_and_no_other_does(
            @TempDir Path folder) throws Exception {
        EventLog log = open(folder);
        Positions positions = new Positions(keeper, Views.projectors());
        new TeamStory(story, TeamStory.TEAM).joined(1, "2012-01-01");
        CaseInLog ill = new CaseInLog(story, 1, TeamStory.TEAM, "2012-01-05", 1);
        CaseInLog well = new CaseInLog(story, 2, TeamStory.TEAM, "2012-01-05", 1);
        ill.session(1, "2012-02-01T10:00:00Z");
        ill.session(1, "2012-02-02T10:00:00Z");
        append(log);
        try (Arrivals arrivals = new Arrivals(reader)) {
            LogFeed feed = new LogFeed(log, arrivals);
            follow(feed, positions);
            takeOut("stream = '%s' and sequence = 1".formatted(ill.stream()));
            ill.session(1, "2012-02-03T10:00:00Z");
            well.session(1, "2012-02-03T10:00:00Z");
            append(log);

            // Follows anew, so that streams are read whole.
            Projections projections = follow(feed, positions);

            assertThat(projections.haveCaughtUp()).isTrue();
            assertThat(projections.parked())
                    .isNotEmpty()
                    .allSatisfy(parked -> {
                        assertThat(parked.stream()).isEqualTo(ill.stream());
                        assertThat(parked.cause())
                                .isEqualTo(ill.stream() + " has no event at sequence 1");
                    });
            putBack();
            assertThat(projections.release(ill.stream())).isEmpty();
        }
    }

    private void takeOut(String which) throws SQLException {
        execute(
                """
                alter table refocus_log.event disable trigger all;
                create table kept as select * from refocus_log.event where %1$s;
                delete from refocus_log.event where %1$s
                """
                        .formatted(which));
    }

    private void putBack() throws SQLException {
        execute("insert into refocus_log.event select * from kept");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = keeper.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Moves the views to the log's head, and says how they are. */
    private Projections follow(LogFeed feed, Positions positions) {
        try (Follower follower = follower(feed, positions)) {
            follower.start();
            positions.await(Views.ALL, feed.head().position(), Duration.ofSeconds(20));
            return projections(feed, follower);
        }
    }

    private Follower follower(LogFeed feed, Positions positions) {
        return new Follower(
                feed, keeper, database.owner(), Views.projectors(), positions, new Segments(1));
    }

    private Projections projections(EventFeed feed, Follower follower) {
        return new Projections(feed, keeper, Views.projectors(), follower);
    }
}
