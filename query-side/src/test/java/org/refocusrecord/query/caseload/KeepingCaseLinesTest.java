package org.refocusrecord.query.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.projection.StoryLog;
import org.refocusrecord.query.team.TeamStory;

import java.util.List;

/** A case is folded once for all views, and no more is kept of cases than was said. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepingCaseLinesTest {

    private static final int EVENTS_OF_A_CASE = 4;

    private final StoryLog log = new StoryLog();
    private final CaseLines lines = new CaseLines(StoryLog.LONDON, 2 * EVENTS_OF_A_CASE);

    @Test
    void one_that_is_asked_for_again_is_the_same() {
        List<RecordedEvent> stream = aCase(1);

        assertThat(lines.of(stream)).isSameAs(lines.of(stream));
    }

    @Test
    void one_that_was_not_asked_for_while_others_were_makes_room_for_them() {
        Line first = lines.of(aCase(1));
        Line second = lines.of(aCase(2));
        assertThat(lines.of(stream(1))).isSameAs(first);

        lines.of(aCase(3));

        assertThat(lines.of(stream(1))).isSameAs(first);
        assertThat(lines.of(stream(2))).isNotSameAs(second).isEqualTo(lines.of(stream(2)));
    }

    @Test
    void what_a_case_was_before_takes_no_room_from_others() {
        Line other = lines.of(aCase(1));
        List<RecordedEvent> growing = aCase(2);

        for (int events = 1; events <= EVENTS_OF_A_CASE; events++) {
            lines.of(growing.subList(0, events));
        }

        assertThat(lines.of(stream(1))).isSameAs(other);
    }

    @Test
    void a_line_is_of_the_event_that_it_is_asked_for() {
        List<RecordedEvent> stream = aCase(1);
        lines.of(stream);
        Line early = lines.of(stream.subList(0, 1));

        assertThat(early).isNotSameAs(lines.of(stream));
        assertThat(lines.of(stream)).isNotSameAs(early);
    }

    private List<RecordedEvent> aCase(int number) {
        CaseInLog story = new CaseInLog(log, number, TeamStory.TEAM, "2012-01-05");
        for (int day = 1; day < EVENTS_OF_A_CASE; day++) {
            story.session(day, "2012-02-0%dT10:00:00Z".formatted(day));
        }
        return stream(number);
    }

    private List<RecordedEvent> stream(int number) {
        List<RecordedEvent> stream =
                log.stream(
                        "case/"
                                + new CaseInLog(
                                                new StoryLog(),
                                                number,
                                                TeamStory.TEAM,
                                                "2012-01-05")
                                        .caseId());
        assertThat(stream).hasSize(EVENTS_OF_A_CASE);
        return stream;
    }
}
