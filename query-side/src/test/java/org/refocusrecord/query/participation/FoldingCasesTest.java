package org.refocusrecord.query.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.refocusrecord.query.caseload.CaseInLog.staff;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.workingpractice.Practice;
import org.refocusrecord.query.caseload.CaseInLog;
import org.refocusrecord.query.projection.Days;
import org.refocusrecord.query.projection.StoryLog;
import org.refocusrecord.query.team.TeamStory;

import java.time.LocalDate;
import java.util.List;

/** What participation takes from a case. */
class FoldingCasesTest {

    private static final TeamId NORTH = TeamStory.team(1);
    private static final TeamId SOUTH = TeamStory.team(2);

    private final CaseInLog story = new CaseInLog(new StoryLog(), 1, NORTH, "2012-01-05");

    private CaseFacts facts() {
        return CaseFacts.of(List.of(story.line()));
    }

    private Stay stay(TeamId team, String from, String to) {
        LocalDate last = to.isEmpty() ? LocalDate.MAX : LocalDate.parse(to);
        return new Stay(story.serviceUser(), team, new Days(LocalDate.parse(from), last));
    }

    @Test
    void a_stay_begins_with_the_opening_and_lasts() {
        assertThat(facts().stays()).containsExactly(stay(NORTH, "2012-01-05", ""));
    }

    @Test
    void closure_names_the_last_day_and_reopening_begins_another_stay() {
        story.closed("2012-03-01");
        story.reopened("2012-06-01");

        assertThat(facts().stays())
                .containsExactly(
                        stay(NORTH, "2012-01-05", "2012-03-01"), stay(NORTH, "2012-06-01", ""));
    }

    @Test
    void a_transfer_counts_from_its_day() {
        story.transferred(SOUTH, "2012-03-01");

        assertThat(facts().stays())
                .containsExactly(
                        stay(NORTH, "2012-01-05", "2012-02-29"), stay(SOUTH, "2012-03-01", ""));
    }

    @Test
    void death_ends_no_stay() {
        story.died("2012-03-01");

        assertThat(facts().stays()).containsExactly(stay(NORTH, "2012-01-05", ""));
    }

    @Test
    void a_case_in_error_has_no_stays() {
        CommandId opening = story.events().getFirst().commandId();
        story.inError(opening);

        assertThat(facts().stays()).isEmpty();
    }

    @Test
    void a_closure_in_error_ended_nothing() {
        story.inError(story.closed("2012-03-01"));

        assertThat(facts().stays()).containsExactly(stay(NORTH, "2012-01-05", ""));
    }

    private Practice practice(Entry entry) {
        story.session(1, "2012-02-01T10:00:00Z", entry);
        return facts().practiceDays().getFirst().practice();
    }

    @Test
    void a_talk_about_values_is_the_first_practice() {
        assertThat(practice(story.valuesTalkedAbout())).isEqualTo(Practice.WP1);
    }

    @Test
    void a_talk_about_strengths_is_the_second() {
        assertThat(practice(story.strengthsTalkedAbout())).isEqualTo(Practice.WP2);
    }

    @Test
    void a_talk_about_goals_is_the_third() {
        assertThat(practice(story.goalsTalkedAbout())).isEqualTo(Practice.WP3);
    }

    @Test
    void a_goal_set_planned_for_or_reviewed_is_the_third_too() {
        story.session(
                1,
                "2012-02-01T10:00:00Z",
                story.goalSet(),
                story.stepPlanned(staff(1)),
                story.goalReviewed());

        assertThat(facts().practiceDays())
                .hasSize(3)
                .allMatch(done -> done.practice() == Practice.WP3);
    }

    @Test
    void it_happened_on_a_day_of_the_services_zone_with_the_team_of_that_day() {
        story.transferred(SOUTH, "2012-07-02");
        story.session(1, "2012-07-01T22:30:00Z", story.valuesTalkedAbout());
        story.session(1, "2012-07-01T23:30:00Z", story.valuesTalkedAbout());

        assertThat(facts().practiceDays())
                .extracting(PracticeDay::day, PracticeDay::teamId)
                .containsExactly(
                        tuple(LocalDate.parse("2012-07-01"), NORTH),
                        tuple(LocalDate.parse("2012-07-02"), SOUTH));
    }

    @Test
    void without_the_person_it_is_not_with_the_person() {
        story.session(
                story.header(story.nextCommand(), "2012-02-01T10:00:00Z", staff(1), staff(1)),
                story.goalSet());

        assertThat(facts().practiceDays()).noneMatch(PracticeDay::withPerson);
    }

    @Test
    void what_the_person_wrote_alone_is() {
        story.ownEntries("2012-02-01T10:00:00Z", story.goalSet());

        assertThat(facts().practiceDays()).allMatch(PracticeDay::withPerson);
    }

    @Test
    void who_took_part_is_as_the_session_now_reads() {
        CommandId session = story.session(1, "2012-02-01T10:00:00Z", story.goalSet());
        story.amended(session, story.header(session, "2012-02-03T10:00:00Z", staff(1), staff(1)));

        assertThat(facts().practiceDays())
                .containsExactly(
                        new PracticeDay(
                                story.caseId(),
                                story.serviceUser(),
                                LocalDate.parse("2012-02-03"),
                                Practice.WP3,
                                NORTH,
                                false));
    }

    @Test
    void an_entry_in_error_reached_nobody() {
        Entry entry = story.valuesTalkedAbout();
        CommandId session =
                story.session(1, "2012-02-01T10:00:00Z", entry, story.strengthsTalkedAbout());
        story.inError(entry.entryId());
        assertThat(facts().practiceDays()).hasSize(1);

        story.inError(session);

        assertThat(facts().practiceDays()).isEmpty();
    }

    @Test
    void before_the_opening_there_is_no_team() {
        story.session(1, "2012-01-01T10:00:00Z", story.valuesTalkedAbout());

        assertThat(facts().practiceDays()).singleElement().extracting(PracticeDay::teamId).isNull();
    }
}
