package org.refocusrecord.query.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.refocusrecord.query.caseload.CaseInLog.staff;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.goal.GoalStepPlanned;
import org.refocusrecord.events.team.DataGapKind;
import org.refocusrecord.events.team.StaffRole;
import org.refocusrecord.query.caseload.CaseInLog;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.projection.Listed;
import org.refocusrecord.query.projection.StoryLog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

class ListingNoticesTest {

    private static final TeamId NORTH = TeamStory.team(1);
    private static final TeamId SOUTH = TeamStory.team(2);
    private static final LocalDate TODAY = LocalDate.parse("2012-06-30");

    private final StoryLog log = new StoryLog();
    private final TeamStory north = new TeamStory(log, NORTH);
    private final TeamStory south = new TeamStory(log, SOUTH);
    @AutoClose private final Views views = new Views(log);
    private final TeamNotices notices = new TeamNotices(views.reads);

    private List<TeamNotice> notices(TeamId team) {
        views.caughtUp();
        return notices.list(team, TODAY, null, 100).items();
    }

    @Test
    void staff_who_are_not_on_the_roster_that_day_are_noticed() {
        north.joined(1, "2012-02-02");
        CaseInLog story = new CaseInLog(log, 1, NORTH, "2012-01-05");
        CommandId before = story.session(1, "2012-02-01T10:00:00Z");
        story.session(1, "2012-02-02T10:00:00Z");
        views.start();

        assertThat(notices(NORTH))
                .extracting(
                        TeamNotice::code,
                        TeamNotice::caseId,
                        TeamNotice::sessionId,
                        notice -> notice.entryId().value())
                .containsExactly(
                        tuple("staff.not-on-roster", story.caseId(), before, before.value()));
    }

    @Test
    void a_roster_told_later_takes_the_notice_away() {
        CaseInLog story = new CaseInLog(log, 1, NORTH, "2012-01-05");
        story.session(1, "2012-02-01T10:00:00Z");
        views.start();
        assertThat(notices(NORTH)).hasSize(1);

        north.joined(1, "2012-01-01");

        assertThat(notices(NORTH)).isEmpty();
    }

    @Test
    void any_role_is_on_the_roster() {
        north.joined(1, "2012-01-01", StaffRole.STUDENT, null);
        new CaseInLog(log, 1, NORTH, "2012-01-05").session(1, "2012-02-01T10:00:00Z");
        views.start();

        assertThat(notices(NORTH)).isEmpty();
    }

    @Test
    void an_entry_that_names_a_stranger_is_noticed_once_and_not_for_who_was_there() {
        north.joined(1, "2012-01-01");
        CaseInLog story = new CaseInLog(log, 1, NORTH, "2012-01-05");
        GoalStepPlanned step = story.stepPlanned(staff(7));
        CommandId session = story.session(1, "2012-02-01T10:00:00Z", story.goalSet(), step);
        views.start();

        assertThat(notices(NORTH))
                .extracting(TeamNotice::sessionId, notice -> notice.entryId().value())
                .containsExactly(tuple(session, step.entryId().value()));
    }

    @Test
    void after_a_transfer_the_new_team_sees_all_against_the_roster_of_the_day() {
        south.joined(1, "2012-01-01");
        CaseInLog story = new CaseInLog(log, 1, NORTH, "2012-01-05");
        story.session(1, "2012-02-01T10:00:00Z");
        story.session(1, "2012-04-01T10:00:00Z");
        story.transferred(SOUTH, "2012-03-01");
        views.start();

        assertThat(notices(SOUTH))
                .extracting(TeamNotice::code, TeamNotice::occurredAt)
                .containsExactly(
                        tuple("staff.not-on-roster", Instant.parse("2012-02-01T10:00:00Z")));
        assertThat(notices(NORTH)).isEmpty();
    }

    @Test
    void gaps_and_what_a_case_alone_can_tell_are_there_too() {
        north.joined(1, "2012-01-01");
        CommandId gap = north.gap(DataGapKind.RATINGS, "2012-03-01", "2012-03-02");
        CaseInLog story = new CaseInLog(log, 1, NORTH, "2012-01-05");
        story.session(1, "2012-01-02T10:00:00Z");
        views.start();

        assertThat(notices(NORTH))
                .extracting(TeamNotice::code, TeamNotice::caseId)
                .containsExactly(
                        tuple("case.not-open", story.caseId()), tuple("team.data-gap", null));
        assertThat(notices(NORTH).getLast().entryId().value()).isEqualTo(gap.value());
    }

    @Test
    void a_long_list_comes_in_pages_in_the_order_of_the_line() {
        CaseInLog story = new CaseInLog(log, 1, NORTH, "2012-01-05");
        for (int day = 9; day >= 1; day--) {
            story.session(1, "2012-02-0" + day + "T10:00:00Z");
        }
        views.start().caughtUp();
        List<TeamNotice> all = new ArrayList<>();
        List<String> place = null;
        do {
            Listed<TeamNotice> page = notices.list(NORTH, TODAY, place, 4);
            all.addAll(page.items());
            place = page.next();
        } while (place != null);

        assertThat(all).hasSize(9).isEqualTo(notices(NORTH));
        assertThat(all).extracting(TeamNotice::occurredAt).isSorted();
    }
}
