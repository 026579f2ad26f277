package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.refocusrecord.eventlog.Logged;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.query.caseload.CaseInLog;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.projection.ViewTable.Column;
import org.refocusrecord.query.team.TeamStory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Whoever releases what waits has one connection, and reads the log through the same pool. */
class ReleasingThroughFewConnectionsTest {

    private static final ViewTable TABLE =
            new ViewTable(
                    "case_team", new Column("case_id", "uuid"), new Column("team_id", "uuid"));

    private final StoryLog story = new StoryLog();
    private final ReadThroughThePool log = new ReadThroughThePool(story);
    @AutoClose private final Views views = new Views(story);
    @AutoClose private final HikariDataSource single = single();
    private final CaseInLog ill = new CaseInLog(story, 1, TeamStory.TEAM, "2012-01-05");
    private final Follower follower =
            new Follower(
                    story,
                    views.dataSource,
                    views.unpooled,
                    List.of(projector()),
                    views.positions,
                    new Segments(1),
                    10);
    private final Projections projections =
            new Projections(log, single, List.of(projector()), follower);
    private boolean broken = true;
    private Runnable meanwhile = () -> {};

    private HikariDataSource single() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(views.unpooled);
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(1_000);
        return new HikariDataSource(config);
    }

    /** A row an event, unless the fold is broken. */
    private Projector projector() {
        return new StreamProjector(
                "rows", 1, "case/", List.of(TABLE), stream -> Map.of(TABLE, rows(stream)));
    }

    private List<Row> rows(List<RecordedEvent> stream) {
        if (broken && stream.size() > 1) {
            throw new IllegalStateException();
        }
        return stream.stream().map(event -> Row.of(event.commandId(), TeamStory.TEAM)).toList();
    }

    private final class ReadThroughThePool extends PassedOn {

        ReadThroughThePool(StoryLog log) {
            super(log);
        }

        @Override
        public List<? extends Logged> logged(String stream) {
            try (Connection _ = single.getConnection()) {
                List<Logged> read = List.copyOf(super.logged(stream));
                meanwhile.run();
                return read;
            } catch (SQLException none) {
                throw new AssertionError("no connection is free", none);
            }
        }
    }

    @BeforeEach
    void a_case_that_waits() {
        follower.prepare();
        recorded("2012-02-01T10:00:00Z");
        broken = false;
        assertThat(projections.parked()).hasSize(1);
    }

    private void recorded(String at) {
        ill.session(1, at);
        while (follower.step()) {
            assertThat(follower.fault()).isNull();
        }
    }

    @Test
    void whoever_releases_holds_none_while_the_log_is_read() {
        assertThat(projections.release(ill.stream())).isEmpty();

        assertThat(held()).isEqualTo(story.head().position());
    }

    @Test
    void what_comes_while_the_log_is_read_is_released_with_the_rest() {
        meanwhile =
                () -> {
                    meanwhile = () -> {};
                    recorded("2012-02-02T10:00:00Z");
                };

        assertThat(projections.release(ill.stream())).isEmpty();

        assertThat(held()).isEqualTo(story.head().position());
        assertThat(projections.recounted("rows"))
                .isEqualTo(projections.status().getFirst().digest());
    }

    private long held() {
        return projections.status().getFirst().count();
    }
}
