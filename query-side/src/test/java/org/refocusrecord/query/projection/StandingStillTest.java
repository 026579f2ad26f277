package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.refocusrecord.query.caseload.Lives;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.projection.ProjectionStatus.State;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * A newer program was brought in and taken back: what it made is moved by nobody, and that shows.
 */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class StandingStillTest {

    private static final int OLDER =
            Views.projectors().stream()
                    .filter(projector -> projector.name().equals("caseload"))
                    .mapToInt(Projector::version)
                    .findFirst()
                    .orElseThrow();

    private final StoryLog log = new StoryLog();
    private final Lives lives = new Lives(log);
    @AutoClose private final Views views = new Views(log);

    /** A program whose fold of the caseload is a newer one. */
    private static List<Projector> newer() {
        List<Projector> newer = new ArrayList<>(Views.projectors());
        newer.replaceAll(projector ->
                projector.name().equals("caseload") ? new NewerFold(projector) : projector);
        return newer;
    }

    /** A program that has one view more. */
    private static List<Projector> more() {
        List<Projector> more = new ArrayList<>(Views.projectors());
        more.add(
                new Watched(Views.projectors().getFirst()) {
                    @Override
                    public String name() {
                        return "one-more";
                    }
                });
        return more;
    }

    private Node node(String name, List<Projector> projectors) {
        return new Node(views, name, log, projectors, 1, 1_000);
    }

    private State state(Projections seen, String view) {
        return status(seen, view).state();
    }

    private static ProjectionStatus status(Projections seen, String view) {
        return seen.status().stream()
                .filter(status -> status.name().equals(view))
                .findFirst()
                .orElseThrow();
    }

    private RebuildStatus rebuild() {
        return Objects.requireNonNull(status(views.projections, "caseload").rebuild());
    }

    /** Until what the newer program makes of it is what is read. */
    private void untilItIsOfTheNewer() throws InterruptedException {
        until(() -> status(views.projections, "caseload").version() == OLDER + 1);
    }

    private static void until(BooleanSupplier so) throws InterruptedException {
        while (!so.getAsBoolean()) {
            Thread.sleep(10);
        }
    }

    @Test
    void the_view_of_a_newer_program_that_is_gone_is_stranded_until_it_comes_back()
            throws InterruptedException {
        lives.life(1);
        views.start().caughtUp();
        try (Node newer = node("newer", newer()).started().holding(1)) {
            untilItIsOfTheNewer();
            newer.dies();
        }
        lives.life(2);

        until(() -> state(views.projections, "caseload") == State.STRANDED);
        views.positions.await(List.of("teams"), log.head().position(), Positions.MOST);
        assertThat(state(views.projections, "teams")).isEqualTo(State.LIVE);
        assertThat(views.projections.haveCaughtUp()).isFalse();

        try (Node _ = node("newer", newer()).started()) {
            views.caughtUp();
            until(() -> state(views.projections, "caseload") == State.LIVE);
            assertThat(views.projections.haveCaughtUp()).isTrue();
        }
    }

    @Test
    void who_holds_no_segment_knows_of_it_too() throws InterruptedException {
        lives.life(1);
        views.start().caughtUp();
        try (Node idle = node("idle", Views.projectors())) {
            idle.follower.prepare();
            idle.started();
            try (Node newer = node("newer", newer()).started().holding(1)) {
                untilItIsOfTheNewer();
                newer.dies();
            }
            Projections seen =
                    new Projections(log, views.dataSource, Views.projectors(), idle.follower);
            until(() -> state(seen, "caseload") == State.STRANDED);
            until(() -> state(views.projections, "caseload") == State.STRANDED);
        }
    }

    @Test
    void while_a_newer_program_leads_its_view_is_not_stranded() throws InterruptedException {
        lives.life(1);
        views.start().caughtUp();
        try (Node newer = node("newer", newer()).started().holding(1)) {
            long end = System.nanoTime() + 3_000_000_000L;
            while (System.nanoTime() < end) {
                assertThat(state(views.projections, "caseload")).isNotEqualTo(State.STRANDED);
                Thread.sleep(20);
            }
            assertThat(newer.held()).hasSize(1);
        }
    }

    @Test
    void an_older_program_leaves_it_and_where_it_is_told_to_rebuild_it_waits_though_it_is_the_same()
            throws InterruptedException {
        lives.life(1);
        try (Node newer = node("newer", newer()).started()) {
            views.caughtUp();
            newer.dies();
        }
        lives.life(2);
        views.start();
        until(() -> state(views.projections, "caseload") == State.STRANDED);
        assertThat(status(views.projections, "caseload").rebuild()).isNull();

        assertThat(views.projections.rebuild("caseload", "admin")).isTrue();

        until(() -> rebuild().told());
        assertThat(rebuild().state()).isEqualTo(RebuildStatus.State.DIFFERS);
        assertThat(rebuild().differs()).isEmpty();
        assertThat(status(views.projections, "caseload").version()).isEqualTo(OLDER + 1);

        views.projections.accept("caseload", "boss");

        until(views.projections::haveCaughtUp);
        assertThat(status(views.projections, "caseload").version()).isEqualTo(OLDER);
        assertThat(views.digests()).isEqualTo(Views.inOnePiece(log));
    }

    @Test
    void what_an_older_program_began_is_dropped_when_the_newer_one_is_back() {
        lives.life(1);
        try (Node newer = node("newer", newer()).started()) {
            views.caughtUp();
            newer.dies();
        }
        views.follower.prepare();
        assertThat(views.projections.rebuild("caseload", "admin")).isTrue();
        lives.life(2);

        try (Node back = node("back", newer())) {
            back.follower.prepare();
            back.all();
        }

        ProjectionStatus caseload = status(views.projections, "caseload");
        assertThat(caseload.version()).isEqualTo(OLDER + 1);
        assertThat(caseload.lag()).isZero();
        RebuildStatus dropped = Objects.requireNonNull(caseload.rebuild());
        assertThat(dropped.version()).isEqualTo(OLDER);
        assertThat(dropped.state()).isEqualTo(RebuildStatus.State.CANCELLED);
        assertThat(dropped.endedBy()).isNull();
    }

    @Test
    void a_view_that_only_a_newer_program_knows_keeps_no_older_one_from_being_ready()
            throws InterruptedException {
        lives.life(1);
        try (Node newer = node("newer", more()).started()) {
            newer.holding(1);
            until(() -> views.positions.of(List.of("one-more")) == log.head().position());
            newer.dies();
        }
        lives.life(2);
        views.start().caughtUp();

        until(views.projections::haveCaughtUp);
        until(() -> state(views.projections, "one-more") == State.STRANDED);
        assertThat(views.projections.haveCaughtUp()).isTrue();
        assertThat(views.projections.moving()).containsExactlyInAnyOrderElementsOf(Views.ALL);
    }

    @Test
    void rows_of_an_older_fold_are_read_by_a_newer_program_that_can_and_no_other() {
        lives.life(1);
        views.start().caughtUp();
        List<Projector> differently = new ArrayList<>(newer());
        differently.replaceAll(projector ->
                new Watched(projector) {
                    @Override
                    public int readsFrom() {
                        return version();
                    }
                });
        ViewReads reads = new ViewReads(views.dataSource, newer());
        ViewReads newer = new ViewReads(views.dataSource, differently);

        assertThat(reads.ask(Views.ALL, _ -> "read").position()).isEqualTo(log.head().position());
        assertThatThrownBy(() -> newer.ask(Views.ALL, _ -> "read")).isInstanceOf(ViewBehind.class);
        assertThat(newer.ask(List.of("teams"), _ -> "read").value()).isEqualTo("read");
    }

    @Test
    void what_was_not_made_yet_is_not_read() {
        assertThatThrownBy(() -> views.reads.ask(Views.ALL, _ -> "read"))
                .isInstanceOf(ViewBehind.class);
        assertThat(views.projections.haveCaughtUp()).isFalse();

        views.follower.prepare();

        assertThat(views.reads.ask(Views.ALL, _ -> "read").position()).isZero();
    }
}
