package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.refocusrecord.eventlog.store.LogMigrations;
import org.refocusrecord.query.caseload.CaseInLog;
import org.refocusrecord.query.caseload.CaseLines;
import org.refocusrecord.query.retention.RetentionView;
import org.refocusrecord.query.team.TeamStory;
import org.refocusrecord.testkit.TestDatabase;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Views from before they were cut into segments go on from where they were. */
class BringingOlderViewsTest {

    private final StoryLog log = new StoryLog();

    @AutoClose
    private final TestDatabase database =
            TestDatabase.migrated(
                    "older_views",
                    owner -> {
                        LogMigrations.apply(owner);
                        Flyway.configure()
                                .dataSource(owner)
                                .locations("classpath:db/views")
                                .schemas("refocus_views")
                                .table("migration")
                                .target("4")
                                .load()
                                .migrate();
                    });

    @Test
    void they_are_one_segment_that_goes_on_and_may_be_cut() throws SQLException {
        new CaseInLog(log, 1, TeamStory.TEAM, "2012-01-05").closed("2012-05-01");
        Projector retention = RetentionView.projector(new CaseLines(StoryLog.LONDON));
        String stream = "case/" + CaseInLog.caseId(1);
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into refocus_views.projection (name, version, position, count, digest)
                    values ('retention', %d, 2, 0, decode(repeat('00', 32), 'hex'));
                    insert into refocus_views.parked
                        (name, stream, first_position, last_position, events, cause)
                    values ('retention', '%s', 1, 2, 2, 'a fault of old')
                    """
                            .formatted(retention.version(), stream));
        }
        ViewMigrations.apply(database.owner());
        new CaseInLog(log, 2, TeamStory.TEAM, "2012-01-05").closed("2012-06-01");

        try (Follower follower =
                new Follower(
                        log,
                        database.owner(),
                        database.owner(),
                        List.of(retention),
                        new Positions(database.owner(), List.of(retention)),
                        new Segments(2),
                        10)) {
            Projections projections =
                    new Projections(log, database.owner(), List.of(retention), follower);
            follower.prepare();
            assertThat(projections.status().getFirst().position()).isEqualTo(2);
            while (follower.step()) {
                assertThat(follower.fault()).isNull();
            }
            ProjectionStatus view = projections.status().getFirst();
            assertThat(view.handled()).isEqualTo(log.head().position()).isEqualTo(4);
            assertThat(view.count()).isEqualTo(1);
            assertThat(projections.parked()).extracting(Parked::stream).containsExactly(stream);
            assertThat(projections.release(stream)).isEmpty();
            assertThat(projections.status().getFirst().count()).isEqualTo(2);
        }
    }
}
