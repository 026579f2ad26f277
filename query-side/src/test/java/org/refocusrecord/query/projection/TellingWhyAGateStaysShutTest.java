package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.refocusrecord.query.caseload.Lives;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.projection.ViewTable.Column;
import org.refocusrecord.query.team.TeamStory;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is said in the program's log of a rebuilt view that cannot go live. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class TellingWhyAGateStaysShutTest {

    /** Of no other test, since all of them write one log. */
    private static final String NAME = "teams-behind-a-gate";

    private static final ViewTable TABLE =
            new ViewTable(
                    "case_team", new Column("case_id", "uuid"), new Column("team_id", "uuid"));
    private static final String KNOCKING =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                    + " and datname = current_database()"
                    + " and query like 'lock table refocus_views.readers%'";

    private final StoryLog log = new StoryLog();
    private final Lives lives = new Lives(log);
    @AutoClose private final Views views = new Views(log, 1);
    private final List<Projector> program =
            List.of(
                    new StreamProjector(
                            NAME,
                            1,
                            "case/",
                            List.of(TABLE),
                            stream ->
                                    Map.of(
                                            TABLE,
                                            stream.stream()
                                                    .map(event ->
                                                            Row.of(
                                                                    event.commandId(),
                                                                    TeamStory.TEAM))
                                                    .toList())));

    @Test
    void what_does_not_pass_is_told_at_once_though_a_reader_stood_in_its_way_before()
            throws Exception {
        lives.from(1, 5);
        try (Said said = new Said();
                Node node = new Node(views, "node", log, program, 1, 7).started().holding(1);
                Connection reader = views.dataSource.getConnection();
                Statement reading = reader.createStatement()) {
            Projections seen = new Projections(log, views.dataSource, program, node.follower);
            await(() -> seen.status().getFirst().lag() == 0);
            reader.setAutoCommit(false);
            reading.execute("lock table refocus_views.readers in access share mode");
            assertThat(seen.rebuild(NAME, "admin")).isTrue();
            await(() -> number(KNOCKING) > 0);
            await(() -> number(KNOCKING) == 0);
            assertThat(said.ofTheView()).as("it may pass").isEmpty();
            // Somebody hangs something of his own on a table that is to be replaced.
            reading.execute(
                    "create view refocus_views.mine as select * from refocus_views.case_team");
            reader.commit();

            await(() -> !said.ofTheView().isEmpty());

            assertThat(said.ofTheView().getFirst())
                    .startsWith("the rebuilt view " + NAME + " cannot go live yet: ")
                    .contains("2BP01")
                    .doesNotContain("read or locked");
            reading.execute("drop view refocus_views.mine");
            reader.commit();
            reader.setAutoCommit(true);
            await(() -> isLive(seen));
            assertThat(said.ofTheView().stream().filter(line -> line.contains("cannot go live")))
                    .hasSize(1);
        }
    }

    private static boolean isLive(Projections seen) {
        RebuildStatus rebuild = seen.status().getFirst().rebuild();
        return rebuild != null && rebuild.state() == RebuildStatus.State.LIVE;
    }

    private static void await(Callable<Boolean> so) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!so.call()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(10);
        }
    }

    private long number(String asked) throws SQLException {
        try (Connection connection = views.dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(asked)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What is said of this test's view. */
    private static final class Said extends AppenderBase<ILoggingEvent> implements AutoCloseable {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final Logger turns = (Logger) LoggerFactory.getLogger(Turns.class);

        Said() {
            start();
            turns.addAppender(this);
        }

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
        }

        List<String> ofTheView() {
            return lines.stream().filter(line -> line.contains(NAME)).toList();
        }

        @Override
        public void close() {
            turns.detachAppender(this);
            stop();
        }
    }
}
