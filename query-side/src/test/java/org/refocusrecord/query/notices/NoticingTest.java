package org.refocusrecord.query.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.query.history.CaseStory.CASE;
import static org.refocusrecord.query.history.CaseStory.COLLEAGUE;
import static org.refocusrecord.query.history.CaseStory.NORTH;
import static org.refocusrecord.query.history.CaseStory.PERSON;
import static org.refocusrecord.query.history.CaseStory.SYSTEM;
import static org.refocusrecord.query.history.CaseStory.WORKER;
import static org.refocusrecord.query.history.CaseStory.said;
import static org.refocusrecord.query.history.Entries.contractAgreed;
import static org.refocusrecord.query.history.Entries.contractEnded;
import static org.refocusrecord.query.history.Entries.entry;
import static org.refocusrecord.query.history.Entries.goalPutOnHold;
import static org.refocusrecord.query.history.Entries.goalReviewed;
import static org.refocusrecord.query.history.Entries.goalSet;
import static org.refocusrecord.query.history.Entries.goalSetFrom;
import static org.refocusrecord.query.history.Entries.stepDone;
import static org.refocusrecord.query.history.Entries.stepPlanned;
import static org.refocusrecord.query.history.Entries.value;
import static org.refocusrecord.query.history.Entries.valueTold;
import static org.refocusrecord.query.history.Entries.valueWithdrawn;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.casefile.CaseClosed;
import org.refocusrecord.events.casefile.CaseReopened;
import org.refocusrecord.events.casefile.ClosureReason;
import org.refocusrecord.events.goal.GoalProgress;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.query.history.CaseStory;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

class NoticingTest {

    private final CaseStory story = new CaseStory("2012-01-02");

    @Test
    void a_session_before_opening_or_after_closure_and_before_reopening() {
        CommandId early = story.session("2012-01-01T10:00:00Z");
        close("2012-03-01");
        story.session("2012-03-01T17:00:00Z");
        CommandId after = story.session("2012-03-02T10:00:00Z");
        reopen("2012-04-01");
        story.session("2012-04-01T10:00:00Z");

        assertThat(told("case.not-open")).containsExactly(early.toString(), after.toString());
    }

    @Test
    void a_contract_while_another_of_the_same_worker_is_open() {
        story.session(
                "2012-02-01T10:00:00Z",
                contractAgreed(1, 1, WORKER),
                contractAgreed(2, 2, COLLEAGUE),
                contractAgreed(3, 3, WORKER),
                contractEnded(4, 1),
                contractEnded(5, 3),
                contractAgreed(6, 4, WORKER));

        assertThat(told("contract.another-open")).containsExactly(entry(3).toString());
    }

    @Test
    void an_entry_that_names_a_contract_after_its_end() {
        story.session("2012-02-01T10:00:00Z", contractAgreed(1, 1, WORKER), contractEnded(2, 1));
        story.session("2012-03-01T10:00:00Z", contractEnded(3, 1));

        assertThat(told("contract.ended")).containsExactly(entry(3).toString());
    }

    @Test
    void a_step_or_a_review_while_the_goal_is_not_active() {
        story.session(
                "2012-02-01T10:00:00Z",
                goalSet(1, 1, "choir", WORKER),
                stepPlanned(2, 1, 1, WORKER),
                goalPutOnHold(3, 1),
                stepPlanned(4, 1, 2, WORKER),
                stepDone(5, 1, null),
                goalReviewed(6, 1, GoalProgress.SAME));

        assertThat(told("goal.not-active"))
                .containsExactly(entry(4).toString(), entry(5).toString(), entry(6).toString());
    }

    @Test
    void an_entry_that_names_something_after_its_withdrawal() {
        ItemId music = new ItemId(value(1).value());
        story.session(
                "2012-02-01T10:00:00Z",
                valueTold(1, 1, "music"),
                goalSetFrom(2, 1, "choir", music),
                valueWithdrawn(3, 1),
                goalSetFrom(4, 2, "band", music));

        assertThat(told("item.withdrawn")).containsExactly(entry(4).toString());
    }

    @Test
    void a_session_that_needed_a_late_reason() {
        story.recordedAt("2012-02-10T10:00:00Z");
        CommandId late = story.session(withReason("2012-02-08T09:59:59Z"));
        story.session(withReason("2012-02-08T10:00:00Z"));

        assertThat(told("entry.late")).containsExactly(late.toString());
    }

    @Test
    void an_entry_or_a_session_that_was_corrected() {
        CommandId session = story.session("2012-02-01T10:00:00Z", valueTold(1, 1, "music"));
        story.session("2012-03-01T10:00:00Z", valueTold(2, 2, "tea"));
        story.amended(entry(2), valueTold(2, 2, "coffee"));
        story.inError(session);

        assertThat(told("entry.corrected"))
                .containsExactly(session.toString(), entry(2).toString());
    }

    @Test
    void staff_who_were_not_in_the_cases_team_that_day() {
        CommandId meeting =
                story.session(
                        story.meeting("2012-02-01T10:00:00Z", WORKER, COLLEAGUE, PERSON),
                        goalSet(1, 1, "choir", WORKER));
        story.session("2012-03-01T10:00:00Z", goalSet(2, 2, "band", COLLEAGUE));
        story.session("2012-04-01T10:00:00Z", goalSet(3, 3, "solo", WORKER));

        List<Notice> notices =
                StaffNamed.strangers(
                        story.now(),
                        (team, worker, day) ->
                                team.equals(NORTH) && worker.toString().equals(WORKER.id()));
        assertThat(notices)
                .extracting(notice -> notice.entryId().toString())
                .containsExactly(meeting.toString(), entry(2).toString());
        assertThat(notices.getFirst().code()).isEqualTo("staff.not-on-roster");
        assertThat(CaseNotices.of(story.now(), Duration.ofDays(2), (_, _, _) -> false))
                .extracting(Notice::entryId)
                .startsWith(notices.getFirst().entryId())
                .hasSize(4);
    }

    private SessionHeld withReason(String occurredAt) {
        SessionHeld meeting = story.meeting(occurredAt, WORKER, WORKER);
        return new SessionHeld(
                meeting.sessionId(),
                meeting.caseId(),
                meeting.occurredAt(),
                null,
                null,
                meeting.participants(),
                WORKER,
                null,
                null,
                said("no network"),
                null);
    }

    private void close(String on) {
        LocalDate day = LocalDate.parse(on);
        story.command(
                new CaseClosed(
                        story.nextCommand(),
                        CASE,
                        ClosureReason.PERSON_WISHED,
                        day,
                        null,
                        null,
                        SYSTEM),
                day);
    }

    private void reopen(String on) {
        LocalDate day = LocalDate.parse(on);
        story.command(new CaseReopened(story.nextCommand(), CASE, day, SYSTEM), day);
    }

    private List<String> told(String code) {
        return CaseNotices.of(story.now(), Duration.ofDays(2)).stream()
                .filter(notice -> notice.code().equals(code))
                .map(notice -> notice.entryId().toString())
                .toList();
    }
}
