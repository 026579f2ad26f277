package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.Appending;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.EventIds;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.store.LogMigrations;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.query.caseload.CaseInLog;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.team.TeamStory;
import org.refocusrecord.testkit.TestDatabase;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/** The views follow the log in the database, woken by it. */
class FollowingTheRealLogTest {

    @AutoClose
    private final TestDatabase database =
            TestDatabase.migrated(
                    "views",
                    owner -> {
                        LogMigrations.apply(owner);
                        ViewMigrations.apply(owner);
                    });

    @AutoClose private final HikariDataSource appender = pool(database.appender());
    @AutoClose private final HikariDataSource reader = pool(database.reader());
    private final StoryLog story = new StoryLog();

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
        for (RecordedEvent event : story.page(0, Integer.MAX_VALUE)) {
            String id = event.commandId().toString();
            if (!commands.containsKey(id)) {
                order.add(id);
            }
            commands.computeIfAbsent(id, _ -> new ArrayList<>()).add(event);
        }
        order.forEach(id -> append(log, commands.getOrDefault(id, List.of())));
    }

    private static void append(EventLog log, List<RecordedEvent> command) {
        RecordedEvent first = command.getFirst();
        log.append(
                new Appending(
                        first.stream(),
                        first.sequence(),
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

    @Test
    void what_is_appended_arrives(@TempDir Path folder) {
        EventLog log =
                new EventLog(
                        new LogStore(appender),
                        new MasterKeyFile(folder.resolve("master.key"), Randomness.secure())
                                .open(false),
                        Randomness.secure());
        Positions positions = new Positions(reader);
        try (Arrivals arrivals = new Arrivals(reader);
                Follower follower =
                        new Follower(
                                new LogFeed(log, arrivals),
                                reader,
                                Views.projectors(),
                                positions)) {
            follower.start();
            new TeamStory(story, TeamStory.TEAM).joined(1, "2012-01-01");
            CaseInLog one = new CaseInLog(story, 1, TeamStory.TEAM, "2012-01-05", 1);
            one.session(1, "2012-02-01T10:00:00Z", one.goalSet());
            append(log);
            positions.await(Views.ALL, log.head().position(), Duration.ofSeconds(20));
            Projections projections =
                    new Projections(
                            new LogFeed(log, arrivals), reader, Views.projectors(), follower);

            assertThat(projections.haveCaughtUp()).isTrue();
            assertThat(projections.parked()).isEmpty();
            assertThat(projections.status())
                    .allSatisfy(status -> assertThat(status.count()).isPositive());
        }
    }
}
