package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.query.caseload.CaseInLog;
import org.refocusrecord.query.caseload.Lives;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.projection.ProjectionStatus.State;
import org.refocusrecord.query.projection.ViewTable.Column;
import org.refocusrecord.query.team.TeamStory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * A program that brings another fold of a view rebuilds it beside the one that is live. Only where
 * both hold the same does it take its place; else somebody has to say so.
 */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class RefusingAtTheGateTest {

    private static final int SEGMENTS = 2;
    private static final String NAME = "teams-of-cases";
    private static final ViewTable TABLE =
            new ViewTable(
                    "case_team", new Column("case_id", "uuid"), new Column("team_id", "uuid"));

    private final StoryLog log = new StoryLog();
    private final Lives lives = new Lives(log);
    @AutoClose private final Views views = new Views(log, SEGMENTS);

    /** A row an event of a case; of some other fold what that makes of them. */
    private static List<Projector> program(int version, UnaryOperator<List<Row>> fold) {
        return List.of(
                new StreamProjector(
                        NAME,
                        version,
                        "case/",
                        List.of(TABLE),
                        stream -> Map.of(TABLE, fold.apply(rows(stream)))));
    }

    private static List<Row> rows(List<RecordedEvent> stream) {
        return stream.stream().map(event -> Row.of(event.commandId(), TeamStory.TEAM)).toList();
    }

    /** Forgets the last row of each case that has more than five. */
    private static List<Row> broken(List<Row> rows) {
        return rows.size() > 5 ? rows.subList(0, rows.size() - 1) : rows;
    }

    private Node node(String name, List<Projector> projectors) {
        return new Node(views, name, log, projectors, SEGMENTS, 7);
    }

    private Projections seen(Node node, List<Projector> projectors) {
        return new Projections(log, views.dataSource, projectors, node.follower);
    }

    private static ProjectionStatus view(Projections seen) {
        return seen.status().stream()
                .filter(status -> status.name().equals(NAME))
                .findFirst()
                .orElseThrow();
    }

    private static RebuildStatus rebuild(Projections seen) {
        return Objects.requireNonNull(view(seen).rebuild());
    }

    private static void until(BooleanSupplier so) throws InterruptedException {
        while (!so.getAsBoolean()) {
            Thread.sleep(10);
        }
    }

    private void caughtUp(List<Projector> program) throws InterruptedException {
        Positions positions = new Positions(views.dataSource, program);
        until(() -> positions.of(List.of(NAME)) >= log.head().position());
    }

    /** One whose cases have five events each, but for one that has one more. */
    private CaseInLog longer() {
        lives.from(1, 8);
        CaseInLog longer = lives.cases().get(5);
        assertThat(log.stream(longer.stream())).hasSize(5);
        longer.session(1, "2012-04-01T10:00:00Z");
        return longer;
    }

    @Test
    void a_broken_fold_is_refused_and_the_first_case_that_differs_is_named() throws Exception {
        List<Projector> sound = program(1, rows -> rows);
        List<Projector> broken = program(2, RefusingAtTheGateTest::broken);
        try (Node older = node("older", sound).started().holding(SEGMENTS)) {
            CaseInLog longer = longer();
            caughtUp(sound);
            try (Node newer = node("newer", broken).started().holding(SEGMENTS)) {
                Projections seen = seen(newer, broken);
                until(() -> !rebuild(seen).differs().isEmpty());

                assertThat(rebuild(seen).state()).isEqualTo(RebuildStatus.State.DIFFERS);
                assertThat(rebuild(seen).begunBy()).isNull();
                assertThat(rebuild(seen).differs())
                        .containsExactly(
                                new Difference(longer.stream(), "case_team", 1, 0, false, false));
                assertThat(seen.haveCaughtUp()).isFalse();
                Projections before = seen(older, sound);
                assertThat(before.haveCaughtUp()).isTrue();

                // What is live goes on by the older fold, and what was refused follows it.
                lives.life(9);
                caughtUp(sound);
                assertThat(view(before).version()).isEqualTo(1);
                until(() -> rebuild(seen).handled() == log.head().position());
                assertThat(rebuild(seen).state()).isEqualTo(RebuildStatus.State.DIFFERS);
                assertThat(rebuild(seen).count()).isEqualTo(view(seen).count() - 1);
            }
            lives.life(10);
            caughtUp(sound);
        }
    }

    @Test
    void one_that_was_meant_to_differ_goes_live_when_somebody_lets_it() throws Exception {
        List<Projector> sound = program(1, rows -> rows);
        List<Projector> meant = program(2, RefusingAtTheGateTest::broken);
        longer();
        try (Node older = node("older", sound).started().holding(SEGMENTS)) {
            caughtUp(sound);
            long rows = view(seen(older, sound)).count();
            try (Node newer = node("newer", meant).started().holding(SEGMENTS)) {
                Projections seen = seen(newer, meant);
                assertThat(seen.accept(NAME, "too soon")).isTrue();
                until(() -> !rebuild(seen).differs().isEmpty());
                assertThat(rebuild(seen).acceptedBy()).isNull();

                assertThat(seen.accept(NAME, "boss")).isTrue();

                until(() -> view(seen).version() == 2);
                assertThat(rebuild(seen).state()).isEqualTo(RebuildStatus.State.LIVE);
                assertThat(rebuild(seen).acceptedBy()).isEqualTo("boss");
                assertThat(rebuild(seen).acceptedAt()).isNotNull();
                assertThat(view(seen).count()).isEqualTo(rows - 1);
                until(seen::haveCaughtUp);
                lives.life(9);
                until(() -> view(seen).lag() == 0);
                assertThat(view(seen(older, sound)).state()).isNotEqualTo(State.STRANDED);
            }
        }
    }

    @Test
    void where_no_older_program_runs_any_more_it_is_compared_where_the_view_stands()
            throws Exception {
        List<Projector> sound = program(1, rows -> rows);
        List<Projector> same = program(2, rows -> rows);
        longer();
        try (Node _ = node("older", sound).started().holding(SEGMENTS)) {
            caughtUp(sound);
        }
        long stood = log.head().position();
        lives.from(9, 12);
        ViewReads reads = new ViewReads(views.dataSource, same);
        try (Node newer = node("newer", same)) {
            newer.follower.prepare();
            newer.follower.step();
            assertThat(reads.ask(List.of(NAME), _ -> "read").position()).isEqualTo(stood);
            while (newer.follower.rebuild()) {
                assertThat(rebuild(seen(newer, same)).handled()).isLessThanOrEqualTo(stood);
            }
            newer.follower.rebuild();
            newer.all();

            Projections seen = seen(newer, same);
            assertThat(rebuild(seen).state()).isEqualTo(RebuildStatus.State.LIVE);
            assertThat(view(seen).version()).isEqualTo(2);
            assertThat(view(seen).handled()).isEqualTo(log.head().position());
            assertThat(seen.haveCaughtUp()).isTrue();
        }
    }

    @Test
    void one_that_parks_what_the_older_applied_is_refused() throws Exception {
        List<Projector> sound = program(1, rows -> rows.subList(0, 1));
        List<Projector> failing =
                program(
                        2,
                        rows -> {
                            if (rows.size() > 5) {
                                throw new IllegalStateException("what somebody said");
                            }
                            return rows.subList(0, 1);
                        });
        try (Node _ = node("older", sound).started().holding(SEGMENTS)) {
            CaseInLog longer = longer();
            caughtUp(sound);
            try (Node newer = node("newer", failing).started()) {
                Projections seen = seen(newer, failing);
                until(() -> !rebuild(seen).differs().isEmpty());

                assertThat(rebuild(seen).differs())
                        .containsExactly(new Difference(longer.stream(), null, 0, 0, false, true));
                assertThat(seen.parked()).isEmpty();
            }
        }
    }

    @Test
    void cancelled_it_is_gone_and_the_newer_program_waits_until_it_is_told_to_rebuild()
            throws Exception {
        List<Projector> sound = program(1, rows -> rows);
        List<Projector> broken = program(2, RefusingAtTheGateTest::broken);
        longer();
        try (Node older = node("older", sound).started().holding(SEGMENTS)) {
            caughtUp(sound);
            try (Node newer = node("newer", broken).started().holding(SEGMENTS)) {
                Projections seen = seen(newer, broken);
                until(() -> !rebuild(seen).differs().isEmpty());

                seen(older, sound).cancel(NAME, "boss");

                assertThat(rebuild(seen).state()).isEqualTo(RebuildStatus.State.CANCELLED);
                assertThat(view(seen).version()).isEqualTo(1);
                seen.rebuild(NAME, "boss");
                until(() -> !rebuild(seen).differs().isEmpty());
            }
        }
    }

    @Test
    void whoever_dies_in_the_middle_leaves_it_to_others_who_go_on_there() throws Exception {
        List<Projector> sound = program(1, rows -> rows);
        List<Projector> same = program(2, rows -> rows);
        lives.from(1, 40);
        try (Node _ = node("older", sound).started().holding(SEGMENTS)) {
            caughtUp(sound);
            long half;
            try (Node newer = node("newer", same)) {
                newer.follower.prepare();
                newer.follower.step();
                newer.follower.rebuild();
                newer.follower.rebuild();
                half = rebuild(seen(newer, same)).handled();
                assertThat(half).isPositive().isLessThan(log.head().position());
                newer.dies();
            }
            List<Projector> all = new ArrayList<>(same);
            try (Node one = node("one", all);
                    Node other = node("other", all)) {
                one.follower.prepare();
                Projections seen = seen(one, same);
                assertThat(rebuild(seen).handled()).isEqualTo(half);
                one.started().holding(SEGMENTS);
                other.started().holding(1);
                lives.from(41, 50);
                until(() -> view(seen).version() == 2);
                assertThat(rebuild(seen).comparedAt()).isNull();
                until(() -> view(seen).lag() == 0);
                assertThat(view(seen).handled()).isEqualTo(log.head().position());
            }
        }
    }

    @Test
    void an_older_program_that_starts_beside_it_neither_drops_it_nor_moves_it() throws Exception {
        List<Projector> sound = program(1, rows -> rows);
        List<Projector> broken = program(2, RefusingAtTheGateTest::broken);
        longer();
        try (Node _ = node("older", sound).started().holding(SEGMENTS)) {
            caughtUp(sound);
            try (Node newer = node("newer", broken).started().holding(SEGMENTS);
                    Node last = node("last", sound).started().holding(1)) {
                Projections seen = seen(newer, broken);
                until(() -> !rebuild(seen).differs().isEmpty());
                lives.life(9);
                caughtUp(sound);
                until(() -> rebuild(seen).handled() == log.head().position());
                seen(last, sound).rebuild(NAME, "boss");

                assertThat(rebuild(seen).version()).isEqualTo(2);
                assertThat(rebuild(seen).state()).isEqualTo(RebuildStatus.State.DIFFERS);
            }
        }
    }
}
