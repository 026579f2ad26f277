package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.casefile.CareCoordinatorAssigned;
import org.refocusrecord.events.casefile.CoordinatorRole;
import org.refocusrecord.query.caseload.CaseInLog;
import org.refocusrecord.query.team.TeamStory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** However long the streams of a page are, few of them are in memory at once. */
@Execution(ExecutionMode.CONCURRENT)
class HoldingStreamsTest {

    private static final Segments ONE = new Segments(1);
    private static final int LENGTH = 26_000;

    private static final Projector OF_CASES =
            new StreamProjector("of-cases", 1, "case/", List.of(), _ -> Map.of());

    private final StoryLog log = new StoryLog();

    /** Some cases with as many events each, one of each after the other. */
    private List<CaseInLog> cases(int many, int length) {
        List<CaseInLog> cases =
                IntStream.range(0, many)
                        .mapToObj(
                                number -> new CaseInLog(log, number, TeamStory.TEAM, "2011-02-01"))
                        .toList();
        for (int event = 1; event < length; event++) {
            for (CaseInLog each : cases) {
                CommandId id = log.nextCommand();
                log.record(
                        each.stream(),
                        id,
                        new CareCoordinatorAssigned(
                                id,
                                each.caseId(),
                                TeamStory.worker(1),
                                CoordinatorRole.CARE_COORDINATOR,
                                LocalDate.parse("2011-02-01"),
                                StoryLog.ADMIN),
                        null);
            }
        }
        return cases;
    }

    private Moving.Leg ahead(long from) {
        ProjectionState state =
                ProjectionState.anew(OF_CASES.name(), 0, OF_CASES.version(), false)
                        .after(from, 0, Tally.NONE);
        try (Moving moving = new Moving(log, new Folds(List.of(OF_CASES)), Side.NEXT, 100)) {
            return moving.ahead(List.of(state), ONE, Long.MAX_VALUE);
        }
    }

    @Test
    void a_page_ends_before_the_event_with_which_too_much_would_be_held() {
        cases(4, LENGTH);
        long from = log.head().position() - 8;

        Moving.Leg leg = ahead(from);

        // Beside the longest two more fit in, and would not with the third.
        assertThat(leg.to()).isEqualTo(from + 2);
        assertThat(leg.parts().get(0)).hasSize(2);
    }

    @Test
    void the_longest_is_held_however_long_it_is_and_followed_by_the_page() {
        CaseInLog only = cases(1, 2 * LENGTH).getFirst();
        long from = log.head().position() - 80;

        Moving.Leg leg = ahead(from);

        assertThat(leg.to()).isEqualTo(log.head().position());
        assertThat(leg.parts().get(0)).hasSize(80);
        assertThat(log.stream(only.stream())).hasSize(2 * LENGTH);
    }
}
