package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.refocusrecord.query.caseload.CaseInLog;
import org.refocusrecord.query.caseload.Lives;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.team.TeamStory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Several nodes move the views of one database: each has its share, and what one leaves is taken.
 */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class SharingTheViewsTest {

    private static final int SEGMENTS = 4;

    private final StoryLog log = new StoryLog();
    private final Lives lives = new Lives(log);
    @AutoClose private final Views views = new Views(log, SEGMENTS);

    private Node node(String name) {
        return node(name, log);
    }

    private Node node(String name, EventFeed feed) {
        return new Node(views, name, feed, SEGMENTS, 7);
    }

    /** What the views hold is what one node holds that had all of it to itself in one segment. */
    private void nothingWasSkippedOrDoubled() {
        views.caughtUp();
        assertThat(views.digests()).isEqualTo(Views.inOnePiece(log));
        for (ProjectionStatus view : views.projections.status()) {
            assertThat(view.segments()).hasSize(SEGMENTS);
            assertThat(view.handled()).isEqualTo(view.head());
            assertThat(views.projections.recounted(view.name())).isEqualTo(view.digest());
        }
    }

    @Test
    void each_of_two_has_half_and_when_one_dies_the_other_takes_the_rest() {
        lives.from(1, 20);
        try (Node one = node("one").started();
                Node other = node("other").started()) {
            one.holding(2);
            other.holding(2);
            assertThat(Stream.concat(one.held().stream(), other.held().stream()))
                    .containsExactlyInAnyOrder(0, 1, 2, 3);
            lives.from(21, 40);

            one.dies();
            lives.from(41, 60);

            other.holding(SEGMENTS);
            nothingWasSkippedOrDoubled();
        }
    }

    @Test
    void whoever_dies_in_the_middle_of_a_page_has_written_nothing_of_it() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch dead = new CountDownLatch(1);
        List<Projector> slow = new ArrayList<>(Views.projectors());
        slow.replaceAll(projector ->
                new Watched(projector) {
                    @Override
                    public Tally apply(Page page, Connection connection) throws SQLException {
                        Tally written = super.apply(page, connection);
                        reading.countDown();
                        await(dead);
                        return written;
                    }
                });
        lives.from(1, 20);
        try (Node one = new Node(views, "one", log, slow, SEGMENTS, 7).started()) {
            await(reading);
            try (Node other = node("other").started()) {
                one.dies();
                dead.countDown();

                other.holding(SEGMENTS);
                nothingWasSkippedOrDoubled();
            }
        }
    }

    @Test
    void three_of_them_share_four_as_evenly_as_can_be() {
        lives.from(1, 5);
        try (Node one = node("one").started().holding(SEGMENTS);
                Node other = node("other").started().holding(2);
                Node third = node("third").started().holding(1)) {
            assertThat(Stream.of(one, other, third).map(node -> node.held().size()))
                    .containsExactlyInAnyOrder(2, 1, 1);
            lives.from(6, 10);
            nothingWasSkippedOrDoubled();

            third.dies();
            lives.from(11, 15);
            one.holding(2);
            other.holding(2);
            nothingWasSkippedOrDoubled();
        }
    }

    @Test
    void more_nodes_than_segments_wait_for_one_to_go() {
        try (Node one = node("one").started().holding(SEGMENTS);
                Node other = node("other").started().holding(2);
                Node third = node("third").started();
                Node fourth = node("fourth").started();
                Node fifth = node("fifth").started()) {
            List<Node> all = List.of(one, other, third, fourth, fifth);
            while (all.stream().mapToInt(node -> node.held().size()).max().orElseThrow() > 1) {
                assertThat(Thread.interrupted()).as("its time is over").isFalse();
            }
            Node busy =
                    all.stream().filter(node -> node.held().size() == 1).findFirst().orElseThrow();
            Node idle =
                    all.stream().filter(node -> node.held().isEmpty()).findFirst().orElseThrow();

            busy.dies();
            lives.from(1, 10);

            idle.holding(1);
            nothingWasSkippedOrDoubled();
        }
    }

    @Test
    void whoever_has_lost_its_claims_and_does_not_know_it_writes_nothing_more() {
        AtomicInteger pages = new AtomicInteger();
        List<Projector> counted = new ArrayList<>(Views.projectors());
        counted.replaceAll(projector ->
                new Watched(projector) {
                    @Override
                    public Tally apply(Page page, Connection connection) throws SQLException {
                        pages.incrementAndGet();
                        return super.apply(page, connection);
                    }
                });
        lives.from(1, 5);
        try (Node one = new Node(views, "one", log, counted, SEGMENTS, 7);
                Node other = node("other")) {
            one.follower.prepare();
            one.all();
            int before = pages.get();
            assertThat(before).isPositive();
            one.losesItsClaims();
            other.follower.prepare();
            assertThat(other.follower.step()).isFalse();
            assertThat(other.held()).hasSize(SEGMENTS);
            lives.from(6, 10);

            // It has looked less than a second ago, and holds all of them as far as it knows; on a
            // machine that stood still meanwhile it looks again and finds out.
            try {
                assertThat(one.follower.step()).isFalse();
            } catch (ViewsNotReachable foundOut) {
                assertThat(foundOut.sqlState()).isEqualTo("57P01");
            }
            assertThat(pages).hasValue(before);

            other.all();
            nothingWasSkippedOrDoubled();
        }
    }

    @Test
    void nodes_of_another_database_on_the_same_server_are_none_of_them() {
        lives.from(1, 5);
        try (Views elsewhere = new Views(log, SEGMENTS);
                Node one = node("one").started().holding(SEGMENTS);
                Node namesake = new Node(elsewhere, "one", log, SEGMENTS, 7).started()) {
            namesake.holding(SEGMENTS);
            views.caughtUp();
            elsewhere.caughtUp();

            namesake.dies();

            assertThat(one.held()).hasSize(SEGMENTS);
            nothingWasSkippedOrDoubled();
        }
    }

    @Test
    void a_node_that_lost_its_claims_while_nobody_else_is_there_takes_them_again() {
        lives.from(1, 5);
        try (Node one = node("one").started()) {
            one.holding(SEGMENTS);
            one.losesItsClaims();
            lives.from(6, 10);
            nothingWasSkippedOrDoubled();
            one.holding(SEGMENTS);
        }
    }

    @Test
    void whoever_stands_still_loses_its_segments_though_its_host_answers_for_it() throws Exception {
        views.follower.prepare();
        ClaimSession still =
                ClaimSession.open(
                        views.unpooled, new Folds(Views.projectors()), Duration.ofMillis(500));
        Standing standing = still.standing();
        for (int segment = 0; segment < SEGMENTS; segment++) {
            assertThat(still.take(segment, standing)).isTrue();
        }
        lives.from(1, 5);

        try (Node other = node("other").started()) {
            other.holding(SEGMENTS);
            nothingWasSkippedOrDoubled();
        }
        assertThatThrownBy(still::standing).isInstanceOf(SQLException.class);
    }

    @Test
    void a_node_whose_log_cannot_be_read_loses_nothing_to_the_other() throws Exception {
        AtomicBoolean broken = new AtomicBoolean();
        EventFeed moody = new MoodyLog(log, broken::get);
        try (Node one = node("one", moody).started();
                Node other = node("other").started()) {
            one.holding(2);
            other.holding(2);
            broken.set(true);
            lives.from(1, 10);
            while (one.follower.fault() == null) {
                assertThat(Thread.interrupted()).as("its time is over").isFalse();
            }
            broken.set(false);

            nothingWasSkippedOrDoubled();
        }
    }

    @Test
    void what_is_parked_is_told_with_its_segment_and_released_by_any_node() {
        lives.from(1, 6);
        CaseInLog ill = new CaseInLog(log, 7, TeamStory.TEAM, "2012-01-05", 1);
        // An entry of a session that was never held.
        log.record(ill.stream(), log.nextCommand(), ill.goalSet(), null);
        lives.life(8);
        try (Node one = node("one").started();
                Node other = node("other").started()) {
            one.holding(2);
            other.holding(2);
            views.caughtUp();
            int segment = new Segments(SEGMENTS).of(ill.stream());

            assertThat(views.projections.status())
                    .filteredOn(view -> view.name().equals("caseload"))
                    .singleElement()
                    .satisfies(view ->
                            assertThat(view.segments())
                                    .allSatisfy(each ->
                                            assertThat(each.parked())
                                                    .isEqualTo(each.segment() == segment ? 1 : 0)));
            assertThat(views.projections.release(ill.stream())).hasSize(3);
            nothingWasSkippedOrDoubled();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void an_event_is_seen_on_all_nodes_soon_though_one_of_them_moves_it() {
        try (Node one = node("one").started();
                Node other = node("other").started()) {
            one.holding(2);
            other.holding(2);
            for (int n = 1; n <= 20; n++) {
                lives.life(n);
                views.positions.await(Views.ALL, log.head().position(), Duration.ofSeconds(5));
            }
            nothingWasSkippedOrDoubled();
        }
    }
}
