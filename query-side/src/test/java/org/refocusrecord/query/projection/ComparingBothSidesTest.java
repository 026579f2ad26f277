package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.query.caseload.Lives;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.projection.RebuildStatus.State;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The sides of a rebuilt view are looked at: once, by whom it concerns, and not without end. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class ComparingBothSidesTest {

    private static final int SEGMENTS = 2;
    private static final int PAGE = 7;
    private static final String NAME = "caseload";
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final StoryLog log = new StoryLog();
    private final Lives lives = new Lives(log);
    @AutoClose private final Views views = new Views(log, SEGMENTS);
    private final Transactions transactions = new Transactions(views.dataSource);

    private Projector projector() {
        return Objects.requireNonNull(new Folds(Views.projectors()).of(NAME));
    }

    private Rebuild underWay() {
        return transactions.read(RebuildTable::underWay).getFirst();
    }

    private List<ProjectionState> states(Side side) {
        return transactions.read(connection -> ProjectionTable.all(connection, side)).stream()
                .filter(state -> state.name().equals(NAME))
                .toList();
    }

    private List<Tally> kept() {
        return states(Side.LIVE).stream().map(ProjectionState::tally).toList();
    }

    private List<Tally> written() {
        return transactions.read(
                connection -> projector().written(connection, new Segments(SEGMENTS)));
    }

    private void loseARow(int of) {
        String sql =
                "delete from refocus_views.case_span where stream = '%s'"
                        .formatted(lives.cases().get(of).stream());
        try (Connection connection = views.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** It is rebuilt, and comes to where both sides can be compared. */
    private void near() {
        views.projections.rebuild(NAME, "admin");
        long end = System.nanoTime() + 60 * SECOND;
        while (!isFolded()) {
            assertThat(System.nanoTime()).isLessThan(end);
            views.follower.step();
            views.follower.rebuild();
        }
    }

    private boolean isFolded() {
        List<ProjectionState> next = states(Side.NEXT);
        return !next.isEmpty() && next.stream().allMatch(state -> state.folding() == null);
    }

    private void followed() {
        views.follower.prepare();
        while (views.follower.step()) {
            assertThat(views.follower.fault()).isNull();
        }
    }

    @Test
    void two_nodes_that_looked_at_the_same_time_put_a_digest_right_once() {
        lives.from(1, 9);
        followed();
        loseARow(4);
        assertThat(kept()).isNotEqualTo(written());
        views.projections.rebuild(NAME, "admin");
        Rebuild seenByBoth = underWay();
        LookingThrough looking = new LookingThrough(transactions);

        looking.look(seenByBoth, projector());
        assertThat(kept()).isEqualTo(written());
        // A row less again, as if this one had looked before the other wrote.
        loseARow(5);
        List<Tally> once = kept();
        looking.look(seenByBoth, projector());

        assertThat(kept()).isEqualTo(once);
    }

    @Test
    void two_nodes_that_found_the_same_differences_tell_them_once() {
        lives.from(1, 9);
        followed();
        near();
        loseARow(4);
        transactions.write(connection -> {
            RebuildTable.differs(connection, underWay(), log.head().position());
            return true;
        });
        Rebuild seenByBoth = underWay();
        Telling telling = new Telling(log, transactions);

        telling.tell(seenByBoth, projector());
        RebuildStatus told = status();
        telling.tell(seenByBoth, projector());

        assertThat(told.told()).isTrue();
        assertThat(told.differs())
                .extracting(Difference::stream)
                .containsExactly(lives.cases().get(4).stream());
        assertThat(status()).isEqualTo(told);
    }

    private RebuildStatus status() {
        return views.projections.status().stream()
                .filter(view -> view.name().equals(NAME))
                .map(ProjectionStatus::rebuild)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_missing_in_what_a_newer_program_wrote_is_not_put_right_by_an_older_one() {
        lives.from(1, 9);
        List<Projector> newer =
                Views.projectors().stream()
                        .map(fold -> fold.name().equals(NAME) ? new NewerFold(fold) : fold)
                        .map(Projector.class::cast)
                        .toList();
        try (Node node = new Node(views, "newer", log, newer, SEGMENTS, PAGE)) {
            node.follower.prepare();
            node.all();
        }
        loseARow(4);
        List<Tally> asTheNewerLeftIt = kept();
        try (Node node = new Node(views, "older", log, SEGMENTS, PAGE)) {
            node.follower.prepare();
            views.projections.rebuild(NAME, "admin");
            long end = System.nanoTime() + 60 * SECOND;
            while (!status().told()) {
                assertThat(System.nanoTime()).isLessThan(end);
                node.all();
                node.follower.rebuild();
            }
        }
        assertThat(status().state()).isEqualTo(State.DIFFERS);
        assertThat(kept()).isEqualTo(asTheNewerLeftIt).isNotEqualTo(written());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_comparison_that_fails_is_left_for_as_long_as_it_took(boolean forWantOfMemory) {
        lives.from(1, 9);
        followed();
        near();
        AtomicLong now = new AtomicLong(42 * SECOND);
        AtomicInteger tried = new AtomicInteger();
        Transactions failing =
                new Transactions(
                        new DelegatingDataSource(views.dataSource) {
                            @Override
                            public Connection getConnection() {
                                tried.incrementAndGet();
                                now.addAndGet(10 * SECOND);
                                if (forWantOfMemory) {
                                    throw new OutOfMemoryError("what a large table took");
                                }
                                throw new IllegalStateException("the database is away");
                            }
                        });
        Comparing comparing = new Comparing(log, failing, new Folds(Views.projectors()), now::get);
        Rebuild rebuild = underWay();
        List<ProjectionState> next = states(Side.NEXT);
        Rebuilding.Seen seen = new Rebuilding.Seen(List.of(rebuild), next, states(Side.LIVE), next);
        Class<? extends Throwable> expected =
                forWantOfMemory ? OutOfMemoryError.class : IllegalStateException.class;

        assertThatThrownBy(() -> comparing.compare(rebuild, seen)).isInstanceOf(expected);
        now.addAndGet(9 * SECOND);
        assertThat(comparing.compare(rebuild, seen)).isFalse();
        assertThat(tried).hasValue(1);
        now.addAndGet(2 * SECOND);
        assertThatThrownBy(() -> comparing.compare(rebuild, seen)).isInstanceOf(expected);
        assertThat(tried).hasValue(2);
    }
}
