package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.team.TeamStory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A follower leaves the database in peace while there is nothing to do. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class AskingForNothingTest {

    private static final int EVENTS = 60;
    private static final Duration WHILE = Duration.ofMillis(10);

    private final StoryLog log = new StoryLog();
    private final TeamStory team = new TeamStory(log, TeamStory.TEAM);
    private final AtomicInteger read = new AtomicInteger();
    private final EventFeed feed =
            new PassedOn(log) {
                @Override
                public Pages pages(long afterPosition, int limit) {
                    Pages pages = super.pages(afterPosition, limit);
                    return new CutPages(
                            afterPosition,
                            _ -> {
                                read.incrementAndGet();
                                return pages.next();
                            });
                }
            };

    @AutoClose private final Views views = new Views(feed);
    private final AtomicInteger asked = new AtomicInteger();

    private Follower following() {
        Follower follower =
                new Follower(
                        feed,
                        new DelegatingDataSource(views.dataSource) {
                            @Override
                            public Connection getConnection() throws SQLException {
                                asked.incrementAndGet();
                                return super.getConnection();
                            }
                        },
                        views.unpooled,
                        views.projectors,
                        views.positions,
                        new Segments(1));
        follower.start();
        views.caughtUp();
        return follower;
    }

    private void manyEvents() throws InterruptedException {
        for (int event = 0; event < EVENTS; event++) {
            team.joined(event, "2012-01-01");
            Thread.sleep(WHILE);
        }
    }

    @Test
    void while_all_views_are_paused_events_do_not_wake_it() throws Exception {
        try (Follower _ = following()) {
            Views.ALL.forEach(views.projections::pause);
            seesThatTheyAre();
            int before = asked.get() + read.get();
            long start = System.nanoTime();

            manyEvents();

            long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
            assertThat(asked.get() + read.get() - before).isLessThanOrEqualTo((int) seconds + 2);
            Views.ALL.forEach(views.projections::resume);
            views.caughtUp();
        }
    }

    /** What it asks for the second time from now on it asks for after they were paused. */
    private void seesThatTheyAre() throws InterruptedException {
        int before = asked.get();
        while (asked.get() < before + 2) {
            Thread.sleep(WHILE);
        }
    }

    @Test
    void an_event_costs_one_transaction_and_one_page() throws Exception {
        try (Follower _ = following()) {
            int asks = asked.get();
            int pages = read.get();
            long start = System.nanoTime();

            manyEvents();
            views.caughtUp();

            int idle = (int) Duration.ofNanos(System.nanoTime() - start).toSeconds() + 2;
            assertThat(asked.get() - asks).isLessThanOrEqualTo(EVENTS + idle);
            assertThat(read.get() - pages).isLessThanOrEqualTo(EVENTS + idle);
        }
    }
}
