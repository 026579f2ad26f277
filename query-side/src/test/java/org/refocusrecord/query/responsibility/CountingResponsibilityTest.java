package org.refocusrecord.query.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.query.history.CaseStory.CARER;
import static org.refocusrecord.query.history.CaseStory.COLLEAGUE;
import static org.refocusrecord.query.history.CaseStory.PERSON;
import static org.refocusrecord.query.history.CaseStory.WORKER;
import static org.refocusrecord.query.history.Entries.actionAdded;
import static org.refocusrecord.query.history.Entries.actionRemoved;
import static org.refocusrecord.query.history.Entries.goalCancelled;
import static org.refocusrecord.query.history.Entries.goalVoiced;
import static org.refocusrecord.query.history.Entries.step;
import static org.refocusrecord.query.history.Entries.stepDone;
import static org.refocusrecord.query.history.Entries.stepMovedTo;
import static org.refocusrecord.query.history.Entries.stepPlanned;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.careaction.ActionOutcome;
import org.refocusrecord.query.history.CaseStory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

class CountingResponsibilityTest {

    private final CaseStory story = new CaseStory("2012-01-02");

    @Test
    void the_total_of_the_published_table_is_that_of_its_rows() {
        List<Set<Party>> rows = new ArrayList<>();
        rows.addAll(Collections.nCopies(4_977, Set.of(Party.STAFF)));
        rows.addAll(Collections.nCopies(594, Set.of(Party.SERVICE_USER)));
        rows.addAll(Collections.nCopies(1_526, Set.of(Party.STAFF, Party.SERVICE_USER)));
        rows.addAll(Collections.nCopies(8, Set.of(Party.CARER)));
        rows.addAll(Collections.nCopies(29, Set.of(Party.STAFF, Party.CARER)));
        rows.addAll(Collections.nCopies(21, Set.of(Party.SERVICE_USER, Party.CARER)));

        ResponsibilityCounts counts = counted(rows);
        long printedTotal = 7_134;
        assertThat(counts.total()).isEqualTo(7_155).isNotEqualTo(printedTotal);
        assertThat(counts.counts().keySet())
                .containsExactly(
                        "STAFF",
                        "SERVICE_USER",
                        "CARER",
                        "STAFF+SERVICE_USER",
                        "STAFF+CARER",
                        "SERVICE_USER+CARER",
                        "STAFF+SERVICE_USER+CARER");
        assertThat(counts.counts().values())
                .containsExactly(4_977L, 594L, 8L, 1_526L, 29L, 21L, 0L);
        assertThat(counts.shares().values())
                .extracting(String::valueOf)
                .containsExactly(
                        "0.6956", "0.0830", "0.0011", "0.2133", "0.0041", "0.0029", "0.0000");
    }

    @Test
    void without_a_total_there_are_no_shares() {
        ResponsibilityCounts counts = counted(List.of(Set.of(Party.STAFF, Party.ADVOCATE)));

        assertThat(counts.total()).isZero();
        assertThat(counts.outsideTable()).isEqualTo(1);
        assertThat(counts.shares()).hasSize(7);
        assertThat(counts.shares().values()).containsOnlyNulls();
    }

    @Test
    void several_persons_of_one_party_are_that_party_once() {
        story.session("2012-02-01T10:00:00Z", actionAdded(1, 1, WORKER, COLLEAGUE));

        assertThat(counts(By.CURRENT)).containsEntry("STAFF", 1L);
    }

    @Test
    void now_first_and_done_are_three_questions() {
        LocalDate day = LocalDate.parse("2012-02-20");
        story.session(
                "2012-02-01T10:00:00Z",
                goalVoiced(1, 1, "to sing"),
                stepPlanned(2, 1, 1, WORKER),
                stepPlanned(3, 1, 2, WORKER));
        story.session("2012-02-15T10:00:00Z", stepMovedTo(4, 1, WORKER, PERSON));
        story.session("2012-03-01T10:00:00Z", stepDone(5, 2, day, CARER, PERSON));

        assertThat(counts(By.PLANNED)).containsEntry("STAFF", 2L);
        assertThat(counts(By.CURRENT)).containsEntry("STAFF+SERVICE_USER", 1L);
        assertThat(counts(By.DONE)).containsEntry("SERVICE_USER+CARER", 1L);
        assertThat(rows().get(1).day(By.DONE)).isEqualTo(day);
        assertThat(rows().get(1).day(By.PLANNED)).isEqualTo("2012-02-01");
        assertThat(rows().get(1).current()).isFalse();
    }

    @Test
    void who_did_it_is_else_who_was_responsible() {
        story.session(
                "2012-02-01T10:00:00Z",
                goalVoiced(1, 1, "to sing"),
                stepPlanned(2, 1, 1, PERSON),
                actionAdded(3, 1, WORKER),
                actionAdded(4, 2, WORKER));
        story.session(
                "2012-03-01T10:00:00Z",
                stepDone(5, 1, null),
                actionRemoved(6, 1, ActionOutcome.DONE),
                actionRemoved(7, 2, ActionOutcome.NO_LONGER_NEEDED));

        assertThat(counts(By.DONE)).containsEntry("SERVICE_USER", 1L).containsEntry("STAFF", 1L);
        assertThat(rows().getFirst().id()).isEqualTo(step(1));
        assertThat(rows().getFirst().doneOn()).isEqualTo("2012-03-01");
        assertThat(counts(By.CURRENT).values()).containsOnly(0L);
    }

    @Test
    void steps_of_a_goal_that_is_over_are_not_current() {
        story.session(
                "2012-02-01T10:00:00Z",
                goalVoiced(1, 1, "to sing"),
                stepPlanned(2, 1, 1, PERSON),
                goalCancelled(3, 1));

        assertThat(counts(By.CURRENT).values()).containsOnly(0L);
        assertThat(counts(By.PLANNED)).containsEntry("SERVICE_USER", 1L);
    }

    @Test
    void it_is_looked_for_at_its_moment_and_at_a_day_where_only_that_was_said() {
        story.session(
                "2012-02-01T10:00:00Z", goalVoiced(1, 1, "to sing"), stepPlanned(2, 1, 1, WORKER));
        story.session("2012-03-01T10:00:00Z", stepDone(3, 1, LocalDate.parse("2012-02-20"), CARER));

        assertThat(isWithin(By.PLANNED, "2012-02-01T10:00:00Z", "2012-02-01T10:00:00Z")).isTrue();
        assertThat(isWithin(By.CURRENT, "2012-02-01T12:00:00Z", "2012-02-01T23:00:00Z")).isFalse();
        assertThat(isWithin(By.DONE, "2012-02-20T12:00:00Z", "2012-02-20T13:00:00Z")).isTrue();
        assertThat(isWithin(By.DONE, "2012-02-21T00:00:00Z", "2012-03-02T00:00:00Z")).isFalse();
    }

    private boolean isWithin(By by, String from, String to) {
        return rows().getFirst()
                .isWithin(by, Instant.parse(from), Instant.parse(to), ZoneId.of("Europe/London"));
    }

    private List<Responsibility> rows() {
        return Responsibilities.of(story.now());
    }

    private Map<String, Long> counts(By by) {
        ResponsibilityCounts counts =
                counted(
                        rows().stream()
                                .filter(row -> row.isCounted(by))
                                .map(row -> row.parties(by))
                                .toList());
        assertThat(counts.total())
                .isEqualTo(counts.counts().values().stream().mapToLong(Long::longValue).sum());
        assertThat(new BigDecimal(counts.outsideTable())).isZero();
        return counts.counts();
    }

    private static ResponsibilityCounts counted(List<Set<Party>> rows) {
        ResponsibilityTally tally = new ResponsibilityTally();
        rows.forEach(tally::add);
        return tally.counts();
    }
}
