package org.refocusrecord.query.retention;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.refocusrecord.query.caseload.CaseInLog;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.projection.Listed;
import org.refocusrecord.query.projection.StoryLog;
import org.refocusrecord.query.record.Retention;
import org.refocusrecord.query.team.TeamStory;

import java.time.LocalDate;
import java.util.List;

class ListingRetentionTest {

    private static final LocalDate TODAY = LocalDate.parse("2012-03-14");

    private final StoryLog log = new StoryLog();
    @AutoClose private final Views views = new Views(log);
    private final RetentionList list = new RetentionList(views.reads);

    private CaseInLog story(int n) {
        return new CaseInLog(log, n, TeamStory.TEAM, "1980-01-05");
    }

    private List<Retention> due(@Nullable String before) {
        return list.list(null, TODAY, before == null ? null : LocalDate.parse(before), null, 10)
                .items();
    }

    private static Retention kept(int n, String ended, @Nullable String died, String due) {
        return new Retention(
                CaseInLog.caseId(n),
                LocalDate.parse(ended),
                died == null ? null : LocalDate.parse(died),
                LocalDate.parse(due));
    }

    @Test
    void a_record_is_due_twenty_years_after_care_or_ten_after_a_death() {
        story(1);
        story(2).closed("1985-03-01");
        CaseInLog dead = story(3);
        dead.closed("1985-03-01");
        dead.died("1986-05-01");
        CaseInLog again = story(4);
        again.closed("1985-03-01");
        again.reopened("1990-01-01");
        views.start().caughtUp();

        assertThat(due(null))
                .containsExactly(
                        kept(3, "1985-03-01", "1986-05-01", "1996-05-01"),
                        kept(2, "1985-03-01", null, "2005-03-01"));
        assertThat(due("1996-05-01")).isEmpty();
        assertThat(due("1996-05-02")).hasSize(1);
    }

    @Test
    void on_the_last_day_of_care_nothing_is_due_yet() {
        story(1).closed("2012-03-14");
        story(2).closed("2012-03-13");
        views.start().caughtUp();

        assertThat(due(null)).containsExactly(kept(2, "2012-03-13", null, "2032-03-13"));
    }

    @Test
    void it_can_be_that_of_one_trust() {
        story(1).closed("1985-03-01");
        views.start().caughtUp();

        assertThat(list.list("SLAM", TODAY, null, null, 10).items()).hasSize(1);
        assertThat(list.list("GLOS", TODAY, null, null, 10).items()).isEmpty();
    }

    @Test
    void it_comes_in_pages_the_one_due_first_before_the_others() {
        story(1).closed("1985-03-01");
        story(2).closed("1985-03-01");
        story(3).closed("1984-03-01");
        views.start().caughtUp();
        Listed<Retention> first = list.list(null, TODAY, null, null, 2);
        Listed<Retention> second = list.list(null, TODAY, null, first.next(), 2);

        assertThat(first.items())
                .extracting(Retention::caseId)
                .containsExactly(CaseInLog.caseId(3), CaseInLog.caseId(1));
        assertThat(second.items())
                .extracting(Retention::caseId)
                .containsExactly(CaseInLog.caseId(2));
        assertThat(second.next()).isNull();
    }
}
