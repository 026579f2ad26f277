package org.refocusrecord.query.caseload;

import static java.util.stream.Collectors.toMap;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.postgresql.ds.PGSimpleDataSource;
import org.refocusrecord.eventlog.store.LogMigrations;
import org.refocusrecord.query.audittrail.GoalPeopleView;
import org.refocusrecord.query.projection.EventFeed;
import org.refocusrecord.query.projection.Follower;
import org.refocusrecord.query.projection.Positions;
import org.refocusrecord.query.projection.ProjectionStatus;
import org.refocusrecord.query.projection.Projections;
import org.refocusrecord.query.projection.Projector;
import org.refocusrecord.query.projection.Segments;
import org.refocusrecord.query.projection.StoryLog;
import org.refocusrecord.query.projection.ViewMigrations;
import org.refocusrecord.query.projection.ViewReads;
import org.refocusrecord.query.retention.RetentionView;
import org.refocusrecord.query.team.NoticesView;
import org.refocusrecord.query.team.TeamsView;
import org.refocusrecord.testkit.TestDatabase;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/** All views on a real database, following a log that is told by hand. */
public final class Views implements AutoCloseable {

    public static final List<String> ALL = projectors().stream().map(Projector::name).toList();

    private final TestDatabase database =
            TestDatabase.migrated(
                    "views",
                    owner -> {
                        LogMigrations.apply(owner);
                        ViewMigrations.apply(owner);
                    });

    /** Connects anew each time, for claims. */
    public final DataSource unpooled = database.owner();

    public final HikariDataSource dataSource = pool(unpooled);
    public final EventFeed feed;
    public final List<Projector> projectors = projectors();
    public final Positions positions = new Positions(dataSource, projectors);
    public final ViewReads reads = new ViewReads(dataSource, projectors);
    public final Follower follower;
    public final Projections projections;

    public Views(EventFeed feed) {
        this(feed, 1);
    }

    public Views(EventFeed feed, int segments) {
        this.feed = feed;
        this.follower =
                new Follower(
                        feed, dataSource, unpooled, projectors, positions, new Segments(segments));
        this.projections = new Projections(feed, dataSource, projectors, follower);
    }

    public static List<Projector> projectors() {
        CaseLines lines = new CaseLines(StoryLog.LONDON);
        return List.of(
                CaseloadView.projector(lines),
                GoalPeopleView.projector(),
                TeamsView.projector(StoryLog.LONDON),
                RetentionView.projector(lines),
                NoticesView.projector(lines, Duration.ofDays(2)));
    }

    private static HikariDataSource pool(DataSource dataSource) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    public Views start() {
        follower.start();
        return this;
    }

    /** Waits until all views have handled all there is. */
    public Views caughtUp() {
        positions.await(ALL, feed.head().position(), Duration.ofSeconds(20));
        return this;
    }

    /** What each view holds, as it says itself. */
    public Map<String, String> digests() {
        return projections.status().stream()
                .collect(toMap(ProjectionStatus::name, ProjectionStatus::digest));
    }

    /** What each holds where one node had all of the log to itself, in one segment. */
    public static Map<String, String> inOnePiece(EventFeed log) {
        try (Views alone = new Views(log)) {
            return alone.start().caughtUp().digests();
        }
    }

    /** Connections of another node, which the database knows by a name. */
    public PGSimpleDataSource connections(String node) {
        PGSimpleDataSource connections = database.as("refocus_owner");
        connections.setApplicationName(node);
        return connections;
    }

    @Override
    public void close() {
        follower.close();
        dataSource.close();
        database.close();
    }
}
