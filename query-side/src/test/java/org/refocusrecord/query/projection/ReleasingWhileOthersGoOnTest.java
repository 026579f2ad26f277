package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.query.caseload.CaseInLog;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.projection.ViewTable.Column;
import org.refocusrecord.query.team.TeamStory;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many cases wait, and are released by several at once while all of them go on. */
class ReleasingWhileOthersGoOnTest {

    private static final int CASES = 30;
    private static final int ROUNDS = 40;
    private static final ViewTable TABLE =
            new ViewTable(
                    "case_team", new Column("case_id", "uuid"), new Column("team_id", "uuid"));

    private final StoryLog log = new StoryLog();
    @AutoClose private final Views views = new Views(log);
    private volatile boolean broken = true;

    /**
     * A row an event, of streams that are whole and in order; of every second case none at first.
     */
    private final Projector projector =
            new StreamProjector(
                    "rows", 1, "case/", List.of(TABLE), stream -> Map.of(TABLE, rows(stream)));

    private final Follower follower =
            new Follower(
                    log,
                    views.dataSource,
                    views.unpooled,
                    List.of(projector),
                    views.positions,
                    new Segments(3),
                    10);
    private final Projections projections =
            new Projections(log, views.dataSource, List.of(projector), follower);
    private final List<CaseInLog> cases =
            IntStream.range(0, CASES)
                    .mapToObj(number -> new CaseInLog(log, number, TeamStory.TEAM, "2012-01-05"))
                    .toList();

    private List<Row> rows(List<RecordedEvent> stream) {
        for (int sequence = 0; sequence < stream.size(); sequence++) {
            if (stream.get(sequence).sequence() != sequence) {
                throw new IllegalStateException("not whole, or not in order");
            }
        }
        if (broken && stream.size() > 1 && isOfEverySecond(stream.getFirst().stream())) {
            throw new IllegalStateException("cannot be folded yet");
        }
        return stream.stream().map(event -> Row.of(event.commandId(), TeamStory.TEAM)).toList();
    }

    private boolean isOfEverySecond(String stream) {
        return IntStream.iterate(0, number -> number < CASES, number -> number + 2)
                .anyMatch(number -> cases.get(number).stream().equals(stream));
    }

    @BeforeEach
    void every_second_case_waits() {
        follower.prepare();
        goOn(0);
        follow();
        assertThat(projections.parked()).hasSize(CASES / 2);
        broken = false;
    }

    private void goOn(int round) {
        String day = "2012-%02d-%02dT10:00:00Z".formatted(2 + round / 28, 1 + round % 28);
        cases.forEach(one -> one.session(1, day));
    }

    private void follow() {
        while (follower.step()) {
            assertThat(follower.fault()).isNull();
        }
    }

    private boolean released() {
        projections.parked().forEach(parked -> projections.release(parked.stream()));
        return projections.parked().isEmpty();
    }

    @Test
    void nothing_waits_any_more_and_each_event_is_in_the_views_once() throws Exception {
        CountDownLatch recorded = new CountDownLatch(1);
        Callable<Boolean> following =
                () -> {
                    while (recorded.getCount() > 0) {
                        follow();
                    }
                    return true;
                };
        Callable<Boolean> releasing =
                () -> {
                    boolean none = false;
                    while (!none || recorded.getCount() > 0) {
                        none = released();
                    }
                    return true;
                };
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<Boolean>> others =
                    List.of(
                            threads.submit(following),
                            threads.submit(releasing),
                            threads.submit(releasing));
            IntStream.range(1, ROUNDS).forEach(this::goOn);
            recorded.countDown();
            for (Future<Boolean> other : others) {
                assertThat(other.get()).isTrue();
            }
        }
        follow();

        assertThat(projections.parked()).isEmpty();
        ProjectionStatus status = projections.status().getFirst();
        assertThat(status.count()).isEqualTo(CASES * (1L + ROUNDS));
        assertThat(status.handled()).isEqualTo(status.count());
        assertThat(projections.recounted("rows")).isEqualTo(status.digest());
    }
}
