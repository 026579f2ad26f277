package org.refocusrecord.query.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.events.team.ImplementationKind.COACHING_TRAINING;
import static org.refocusrecord.events.team.ImplementationKind.PERSONAL_RECOVERY_TRAINING;
import static org.refocusrecord.events.team.ImplementationKind.TEAM_LEADER_REFLECTION;
import static org.refocusrecord.events.team.ImplementationKind.TEAM_REFLECTION;
import static org.refocusrecord.query.team.TeamStory.attended;
import static org.refocusrecord.query.team.TeamStory.caughtUp;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.team.Arm;
import org.refocusrecord.events.team.Attendance;
import org.refocusrecord.events.team.AttendanceState;
import org.refocusrecord.events.team.DataGapKind;
import org.refocusrecord.events.team.ImplementationKind;
import org.refocusrecord.events.team.ProjectStatus;
import org.refocusrecord.events.team.StaffRole;
import org.refocusrecord.events.workingpractice.Practice;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.team.TeamStory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Every sentence of the policy, by its name. */
class CountingParticipationTest {

    private final CountedTeam team = new CountedTeam("2012-01-01");

    private static BigDecimal shown(Fraction fraction) {
        return Objects.requireNonNull(fraction).shown();
    }

    // The window.

    @Test
    void the_window_is_twelve_calendar_months_from_the_start() {
        Participation counted = team.on("2012-06-01");

        assertThat(counted.windowFrom()).isEqualTo("2012-01-01");
        assertThat(counted.windowTo()).isEqualTo("2012-12-31");
    }

    @Test
    void a_month_ends_on_its_last_day_where_the_month_is_shorter() {
        CountedTeam late = new CountedTeam("2011-08-31");

        assertThat(late.shown(Part.LEADER_REFLECTION, "2011-09-28")).isEqualTo("0 of 0");
        assertThat(late.shown(Part.LEADER_REFLECTION, "2011-09-29")).isEqualTo("0 of 1");
        // The sixth month begins on 31 January, and the seventh on 29 February.
        assertThat(late.shown(Part.LEADER_REFLECTION, "2012-02-27")).isEqualTo("0 of 2");
        assertThat(late.shown(Part.LEADER_REFLECTION, "2012-02-28")).isEqualTo("0 of 3");
        assertThat(late.on("2012-02-28").windowTo()).isEqualTo("2012-08-30");
    }

    @Test
    void it_is_closed_once_its_last_day_is_over() {
        assertThat(team.on("2012-12-31").closed()).isFalse();
        assertThat(team.on("2013-01-01").closed()).isTrue();
    }

    @Test
    void after_the_window_nothing_more_counts() {
        team.team.project(1, ProjectStatus.UNDER_WAY, "2012-06-01");
        team.team.project(1, ProjectStatus.COMPLETED, "2013-01-01");

        assertThat(team.shown(Part.PARTNERSHIP_PROJECT, "2013-06-01")).isEqualTo("0.5 of 1");
    }

    @Test
    void before_the_start_every_part_is_nought_of_nought() {
        team.staffed(2, "2011-01-01").stay(1, "2011-01-01", "2012-12-31");

        Participation counted = team.on("2011-12-31");

        assertThat(counted.parts()).hasSize(6).allMatch(PartCount::missing);
        assertThat(counted.parts()).allMatch(part -> part.numerator().isZero());
        assertThat(counted.parts()).allMatch(part -> part.denominator().isZero());
        assertThat(counted.index()).isNull();
        assertThat(counted.teamClass()).isNull();
        assertThat(counted.closed()).isFalse();
        assertThat(counted.completeness()).isEqualTo(Fraction.ZERO);
    }

    @Test
    void of_several_allocations_the_latest_that_has_started_counts() {
        team.team.allocated(Arm.CONTROL, "2014-05-01");

        assertThat(team.on("2014-04-30").windowFrom()).isEqualTo("2012-01-01");
        assertThat(team.on("2014-05-01").windowFrom()).isEqualTo("2014-05-01");
    }

    @Test
    void without_an_allocation_there_are_no_parts() {
        Participation counted =
                Participation.of(
                        ParticipationPolicy.PARTICIPATION_1,
                        new TeamStory().line(),
                        CaseFacts.NONE,
                        new ReadPoint(null, null, LocalDate.parse("2012-06-01"), 1));

        assertThat(counted.parts()).isEmpty();
        assertThat(counted.arm()).isNull();
        assertThat(counted.windowFrom()).isNull();
        assertThat(counted.closed()).isNull();
        assertThat(counted.completeness()).isNull();
    }

    // Planned sessions.

    @Test
    void a_session_is_due_on_the_last_day_of_its_month() {
        team.staffed(2, "2011-12-01");

        assertThat(team.shown(Part.RECOVERY_TRAINING, "2012-01-30")).isEqualTo("0 of 0");
        assertThat(team.shown(Part.RECOVERY_TRAINING, "2012-01-31")).isEqualTo("0 of 2");
        assertThat(team.shown(Part.RECOVERY_TRAINING, "2012-02-29")).isEqualTo("0 of 4");
        assertThat(team.shown(Part.RECOVERY_TRAINING, "2012-12-31")).isEqualTo("0 of 6");
        assertThat(team.part(Part.RECOVERY_TRAINING, "2012-01-31").missing()).isFalse();
    }

    @Test
    void a_session_held_counts_before_it_is_due() {
        team.staffed(2, "2011-12-01").held(PERSONAL_RECOVERY_TRAINING, "2012-01-10", 1);

        assertThat(team.shown(Part.RECOVERY_TRAINING, "2012-01-10")).isEqualTo("1 of 2");
        assertThat(team.shown(Part.RECOVERY_TRAINING, "2012-01-09")).isEqualTo("0 of 0");
    }

    @Test
    void all_that_is_planned_is_due_in_the_end() {
        team.staffed(1, "2011-12-01");

        assertThat(team.shown(Part.RECOVERY_TRAINING, "2013-01-01")).isEqualTo("0 of 3");
        assertThat(team.shown(Part.COACHING_TRAINING, "2013-01-01")).isEqualTo("0 of 4");
        assertThat(team.shown(Part.TEAM_REFLECTION, "2013-01-01")).isEqualTo("0 of 3");
        assertThat(team.shown(Part.LEADER_REFLECTION, "2013-01-01")).isEqualTo("0 of 6");
    }

    @Test
    void sessions_held_fill_the_planned_ones_in_order_whenever_they_were() {
        team.staffed(2, "2011-12-01");
        team.held(COACHING_TRAINING, "2012-09-02", 1);
        team.held(COACHING_TRAINING, "2012-09-01", 2);

        // The first day of the two is the full one, of two units; the third is due and not held.
        assertThat(team.shown(Part.COACHING_TRAINING, "2012-09-30")).isEqualTo("5 of 8");
    }

    @Test
    void of_two_on_one_day_the_one_recorded_first_is_first() {
        team.staffed(2, "2011-12-01");
        team.held(COACHING_TRAINING, "2012-01-01", 2);
        team.held(COACHING_TRAINING, "2012-01-01", 0);

        assertThat(team.shown(Part.COACHING_TRAINING, "2012-01-02")).isEqualTo("4 of 6");
    }

    @Test
    void more_than_planned_are_shown_and_not_counted() {
        team.held(TEAM_REFLECTION, "2012-01-01", 0);
        team.held(TEAM_REFLECTION, "2012-01-02", 0);
        team.held(TEAM_REFLECTION, "2012-01-03", 0);
        CommandId fourth = team.held(TEAM_REFLECTION, "2012-01-04", 0);

        assertThat(team.shown(Part.TEAM_REFLECTION, "2012-01-31")).isEqualTo("3 of 3");
        assertThat(team.part(Part.TEAM_REFLECTION, "2012-01-31").notCounted())
                .containsExactly(
                        new NotCounted(
                                fourth,
                                LocalDate.parse("2012-01-04"),
                                NotCounted.Why.MORE_THAN_PLANNED));
    }

    @Test
    void sessions_outside_the_window_are_shown_and_not_counted() {
        team.held(TEAM_REFLECTION, "2011-12-31", 0);
        team.held(TEAM_REFLECTION, "2013-01-01", 0);

        PartCount counted = team.part(Part.TEAM_REFLECTION, "2013-06-01");

        assertThat(counted.numerator()).isEqualTo(Fraction.ZERO);
        assertThat(counted.notCounted())
                .extracting(NotCounted::why)
                .containsExactly(NotCounted.Why.OUTSIDE_WINDOW, NotCounted.Why.OUTSIDE_WINDOW);
    }

    @Test
    void an_earlier_session_makes_none_of_the_later_ones_more_than_planned() {
        team.held(TEAM_REFLECTION, "2011-12-31", 0);
        List.of("2012-02-01", "2012-04-01", "2012-10-01")
                .forEach(day -> team.held(TEAM_REFLECTION, day, 0));

        assertThat(team.shown(Part.TEAM_REFLECTION, "2013-06-01")).isEqualTo("3 of 3");
    }

    @Test
    void sessions_of_other_kinds_count_nowhere() {
        team.held(ImplementationKind.BOOSTER, "2012-01-10", 0);

        assertThat(team.on("2012-01-10").parts()).allMatch(part -> part.notCounted().isEmpty());
        assertThat(team.shown(Part.TEAM_REFLECTION, "2012-01-10")).isEqualTo("0 of 0");
    }

    @Test
    void a_session_in_error_is_not_held() {
        CommandId held = team.held(TEAM_LEADER_REFLECTION, "2012-01-10", 0);
        team.team.inError(held);

        assertThat(team.shown(Part.LEADER_REFLECTION, "2012-01-31")).isEqualTo("0 of 1");
    }

    // The roster, and who attended.

    @Test
    void the_roster_is_that_of_the_sessions_day() {
        team.team.joined(1, "2012-01-10");
        team.team.joined(2, "2011-01-01");
        team.team.left(2, "2012-01-10");
        team.team.joined(3, "2012-01-11");
        team.team.joined(4, "2011-01-01");
        team.team.left(4, "2012-01-09");
        team.held(PERSONAL_RECOVERY_TRAINING, "2012-01-10", 0);

        assertThat(team.shown(Part.RECOVERY_TRAINING, "2012-01-10")).isEqualTo("0 of 2");
    }

    @Test
    void the_roster_of_a_session_not_held_is_that_of_its_months_last_day() {
        team.team.joined(1, "2012-01-31");
        team.team.joined(2, "2011-01-01");
        team.team.left(2, "2012-01-30");

        assertThat(team.shown(Part.RECOVERY_TRAINING, "2012-02-15")).isEqualTo("0 of 1");
    }

    @Test
    void clinicians_leaders_peers_and_support_count_and_nobody_else() {
        int worker = 0;
        for (StaffRole role : StaffRole.values()) {
            worker++;
            team.team.joined(worker, "2011-12-01", role, null);
        }
        team.held(PERSONAL_RECOVERY_TRAINING, "2012-01-10", worker);

        assertThat(team.shown(Part.RECOVERY_TRAINING, "2012-01-10")).isEqualTo("4 of 4");
    }

    @Test
    void people_off_the_roster_are_not_counted() {
        team.staffed(1, "2011-12-01").held(PERSONAL_RECOVERY_TRAINING, "2012-01-10", 5);

        assertThat(team.shown(Part.RECOVERY_TRAINING, "2012-01-10")).isEqualTo("1 of 1");
    }

    @Test
    void who_was_there_for_a_part_counts_half_and_who_was_absent_not_at_all() {
        team.staffed(6, "2011-12-01");
        team.team.held(
                PERSONAL_RECOVERY_TRAINING,
                "2012-01-10",
                attended(1, AttendanceState.PRESENT_FULL),
                attended(2, AttendanceState.PRESENT_PART),
                attended(3, AttendanceState.ABSENT_CLINICAL),
                attended(4, AttendanceState.ABSENT_LEAVE),
                attended(5, AttendanceState.ABSENT_OTHER));

        assertThat(team.shown(Part.RECOVERY_TRAINING, "2012-01-10")).isEqualTo("1.5 of 6");
    }

    @Test
    void who_caught_up_later_counts_from_that_day() {
        team.staffed(1, "2011-12-01");
        team.team.held(PERSONAL_RECOVERY_TRAINING, "2012-01-10", caughtUp(1, "2012-01-20"));

        assertThat(team.shown(Part.RECOVERY_TRAINING, "2012-01-19")).isEqualTo("0 of 1");
        assertThat(team.shown(Part.RECOVERY_TRAINING, "2012-01-20")).isEqualTo("1 of 1");
    }

    @Test
    void who_caught_up_on_no_day_counts_from_the_sessions_day() {
        team.staffed(1, "2011-12-01");
        team.team.held(
                PERSONAL_RECOVERY_TRAINING,
                "2012-01-10",
                attended(1, AttendanceState.CAUGHT_UP_LATER));

        assertThat(team.shown(Part.RECOVERY_TRAINING, "2012-01-10")).isEqualTo("1 of 1");
    }

    @Test
    void a_carer_of_the_same_id_is_nobody_of_the_roster() {
        team.staffed(1, "2011-12-01");
        team.team.held(
                PERSONAL_RECOVERY_TRAINING,
                "2012-01-10",
                new Attendance(
                        Party.CARER,
                        TeamStory.worker(1).toString(),
                        AttendanceState.PRESENT_FULL,
                        null));

        assertThat(team.shown(Part.RECOVERY_TRAINING, "2012-01-10")).isEqualTo("0 of 1");
    }

    @Test
    void coaching_sessions_count_times_their_planned_units() {
        team.staffed(2, "2011-12-01");
        team.held(COACHING_TRAINING, "2012-03-10", 2);
        team.held(COACHING_TRAINING, "2012-04-10", 1);

        assertThat(team.shown(Part.COACHING_TRAINING, "2012-04-30")).isEqualTo("5 of 6");
    }

    // The partnership project.

    @Test
    void a_project_is_worth_what_it_has_come_to() {
        assertThat(team.shown(Part.PARTNERSHIP_PROJECT, "2012-01-01")).isEqualTo("0 of 1");
        team.team.project(1, ProjectStatus.PLANNED, "2012-02-01");
        team.team.project(1, ProjectStatus.UNDER_WAY, "2012-03-01");
        team.team.project(1, ProjectStatus.COMPLETED, "2012-04-01");

        assertThat(team.shown(Part.PARTNERSHIP_PROJECT, "2012-02-01")).isEqualTo("0 of 1");
        assertThat(team.shown(Part.PARTNERSHIP_PROJECT, "2012-03-01")).isEqualTo("0.5 of 1");
        assertThat(team.shown(Part.PARTNERSHIP_PROJECT, "2012-04-01")).isEqualTo("1 of 1");
    }

    @Test
    void abandoned_after_it_was_under_way_is_half_and_before_is_nought() {
        team.team.project(1, ProjectStatus.PLANNED, "2012-02-01");
        team.team.project(1, ProjectStatus.ABANDONED, "2012-03-01");
        assertThat(team.shown(Part.PARTNERSHIP_PROJECT, "2012-03-01")).isEqualTo("0 of 1");

        team.team.project(2, ProjectStatus.UNDER_WAY, "2012-04-01");
        team.team.project(2, ProjectStatus.ABANDONED, "2012-05-01");

        assertThat(team.shown(Part.PARTNERSHIP_PROJECT, "2012-05-01")).isEqualTo("0.5 of 1");
    }

    @Test
    void the_best_project_counts() {
        team.team.project(1, ProjectStatus.COMPLETED, "2012-02-01");
        team.team.project(2, ProjectStatus.UNDER_WAY, "2012-03-01");

        assertThat(team.shown(Part.PARTNERSHIP_PROJECT, "2012-03-01")).isEqualTo("1 of 1");
    }

    @Test
    void a_project_is_missing_when_a_gap_covers_the_day() {
        team.team.gap(DataGapKind.PARTNERSHIP_PROJECT, "2012-02-01", "2012-02-10");

        assertThat(team.part(Part.PARTNERSHIP_PROJECT, "2012-01-31").missing()).isFalse();
        assertThat(team.part(Part.PARTNERSHIP_PROJECT, "2012-02-01").missing()).isTrue();
        assertThat(team.part(Part.PARTNERSHIP_PROJECT, "2012-02-10").value()).isNull();
        assertThat(team.part(Part.PARTNERSHIP_PROJECT, "2012-02-11").missing()).isFalse();
    }

    // Reach.

    @Test
    void who_was_with_the_team_for_ninety_days_of_the_window_counts() {
        team.stay(1, "2011-01-01", "2012-03-30").stay(2, "2011-01-01", "2012-03-29");

        assertThat(team.shown(Part.PRACTICE_REACH, "2012-12-31")).isEqualTo("0 of 3");
    }

    @Test
    void days_are_added_up_over_stays_and_cases() {
        team.stay(1, "2012-02-01", "2012-03-01")
                .stay(1, "2012-05-01", "2012-06-29")
                .stay(1, "2012-06-01", "2012-06-29");

        assertThat(team.part(Part.PRACTICE_REACH, "2012-12-31").denominator())
                .isEqualTo(Fraction.of(3));
        team.stay(2, "2012-05-01", "2012-06-29").stay(2, "2012-05-01", "2012-06-29");
        assertThat(team.part(Part.PRACTICE_REACH, "2012-12-31").denominator())
                .isEqualTo(Fraction.of(3));
    }

    @Test
    void days_with_another_team_do_not_count() {
        team.stay(1, CountedTeam.ELSEWHERE, "2012-01-01", "2012-12-31");

        assertThat(team.part(Part.PRACTICE_REACH, "2012-12-31").missing()).isTrue();
    }

    @Test
    void only_days_up_to_the_day_asked_about_count() {
        team.stay(1, "2012-01-01", "2012-12-31");

        assertThat(team.part(Part.PRACTICE_REACH, "2012-03-29").missing()).isTrue();
        assertThat(team.part(Part.PRACTICE_REACH, "2012-03-30").missing()).isFalse();
    }

    @Test
    void a_person_is_reached_once_by_each_practice() {
        team.stay(1, "2012-01-01", "2012-12-31").stay(2, "2012-01-01", "2012-12-31");
        team.practised(1, Practice.WP1, "2012-05-01").practised(1, Practice.WP1, "2012-06-01");
        team.practised(1, Practice.WP3, "2012-05-01").practised(2, Practice.WP1, "2012-05-01");

        assertThat(team.shown(Part.PRACTICE_REACH, "2012-12-31")).isEqualTo("3 of 6");
    }

    @Test
    void only_what_was_done_with_the_person_with_this_team_in_the_window_reaches() {
        team.stay(1, "2012-01-01", "2012-12-31");
        team.practised(1, Practice.WP1, "2011-12-31");
        team.practised(1, Practice.WP1, "2013-01-01");
        team.practised(1, Practice.WP2, "2012-05-01", CountedTeam.ELSEWHERE, true);
        team.practised(1, Practice.WP3, "2012-05-01", TeamStory.TEAM, false);
        team.practised(2, Practice.WP1, "2012-05-01");

        assertThat(team.shown(Part.PRACTICE_REACH, "2013-06-01")).isEqualTo("0 of 3");
    }

    @Test
    void reach_is_missing_when_gaps_cover_more_than_half_of_the_days() {
        team.stay(1, "2011-01-01", "2012-12-31");
        team.team.gap(DataGapKind.CONVERSATIONS, "2012-01-01", "2012-02-10");
        team.team.gap(DataGapKind.CONVERSATIONS, "2012-02-01", "2012-02-19");

        // Fifty days of a hundred, those of both gaps counted once.
        assertThat(team.part(Part.PRACTICE_REACH, "2012-04-09").missing()).isFalse();
        assertThat(team.part(Part.PRACTICE_REACH, "2012-04-08").missing()).isTrue();
    }

    @Test
    void gaps_of_what_is_not_counted_here_make_nothing_missing() {
        team.stay(1, "2011-01-01", "2012-12-31");
        team.team.gap(DataGapKind.RATINGS, "2012-01-01", "2012-12-31");

        assertThat(team.part(Part.PRACTICE_REACH, "2012-12-31").missing()).isFalse();
    }

    // Missing, completeness, index and class.

    @Test
    void a_session_due_and_not_held_in_a_month_with_a_gap_is_dropped() {
        team.team.gap(DataGapKind.TEAM_REFLECTION, "2012-02-29", "2012-03-31");

        assertThat(team.shown(Part.TEAM_REFLECTION, "2012-04-30")).isEqualTo("0 of 1");
        assertThat(team.part(Part.TEAM_REFLECTION, "2012-04-30").missing()).isFalse();
    }

    @Test
    void a_gap_ends_on_its_last_day() {
        team.team.gap(DataGapKind.TEAM_REFLECTION, "2012-01-01", "2012-01-31");
        assertThat(team.shown(Part.TEAM_REFLECTION, "2012-02-29")).isEqualTo("0 of 1");

        team.team.gap(DataGapKind.TEAM_REFLECTION, "2012-01-01", "2012-02-01");

        assertThat(team.shown(Part.TEAM_REFLECTION, "2012-02-29")).isEqualTo("0 of 0");
    }

    @Test
    void a_session_held_counts_though_there_is_a_gap() {
        team.held(TEAM_REFLECTION, "2012-02-10", 0);
        team.team.gap(DataGapKind.TEAM_REFLECTION, "2012-02-01", "2012-02-29");

        assertThat(team.shown(Part.TEAM_REFLECTION, "2012-02-29")).isEqualTo("1 of 1");
    }

    @Test
    void with_all_sessions_dropped_the_part_is_missing() {
        team.team.gap(DataGapKind.LEADER_REFLECTION, "2012-01-01", "2012-12-31");

        PartCount counted = team.part(Part.LEADER_REFLECTION, "2012-12-31");

        assertThat(counted.missing()).isTrue();
        assertThat(counted.value()).isNull();
        assertThat(counted.known()).isEqualTo(Fraction.ZERO);
    }

    @Test
    void an_empty_roster_makes_training_missing() {
        assertThat(team.part(Part.RECOVERY_TRAINING, "2012-12-31").missing()).isTrue();
    }

    @Test
    void the_index_weighs_the_parts_that_are_present() {
        List.of("2012-02-01", "2012-04-01", "2012-10-01")
                .forEach(day -> team.held(TEAM_REFLECTION, day, 0));

        // Nobody on roster or caseload: reflection 3 of 3 and 0 of 6, no project.
        Participation counted = team.on("2012-12-31");

        assertThat(counted.index()).isEqualTo(Fraction.of(1, 3));
        assertThat(counted.completeness()).isEqualTo(Fraction.of(3, 10));
    }

    @Test
    void completeness_counts_what_is_kept_and_what_is_covered() {
        team.staffed(1, "2011-12-01").stay(1, "2011-01-01", "2012-12-31");
        team.team.gap(DataGapKind.RECOVERY_TRAINING, "2012-01-05", "2012-01-06");
        team.team.gap(DataGapKind.PARTNERSHIP_PROJECT, "2012-01-01", "2012-01-31");
        team.team.gap(DataGapKind.CONVERSATIONS, "2012-03-01", "2012-03-31");

        Participation counted = team.on("2012-12-31");

        // 0.2 × 2/3 + 0.2 + 0.1 + 0.1 + 0.1 × (1 − 31/366) + 0.3 × (1 − 31/366)
        assertThat(shown(Objects.requireNonNull(counted.completeness()))).isEqualTo("0.8995");
    }

    @Test
    void with_no_part_present_there_is_no_index_and_no_class() {
        team.team.gap(DataGapKind.PARTNERSHIP_PROJECT, "2012-01-01", "2012-12-31");

        Participation counted = team.on("2012-01-15");

        assertThat(counted.index()).isNull();
        assertThat(counted.teamClass()).isNull();
    }

    @Test
    void a_control_team_shows_its_parts_and_no_index() {
        CountedTeam control = new CountedTeam("2012-01-01", Arm.CONTROL);

        Participation counted = control.on("2012-06-01");

        assertThat(counted.teamClass()).isEqualTo(TeamClass.CONTROL);
        assertThat(counted.index()).isNull();
        assertThat(counted.parts()).hasSize(6);
    }

    @Test
    void full_attendance_without_conversations_is_low() {
        fullAttendance();
        team.stay(1, "2011-01-01", "2012-12-31");

        Participation counted = team.on("2012-12-31");

        assertThat(shown(Objects.requireNonNull(counted.index()))).isEqualTo("0.7");
        assertThat(counted.teamClass()).isEqualTo(TeamClass.LOW);
    }

    @Test
    void without_reach_nobody_is_high() {
        fullAttendance();

        Participation counted = team.on("2012-12-31");

        assertThat(counted.index()).isEqualTo(Fraction.ONE);
        assertThat(counted.teamClass()).isEqualTo(TeamClass.LOW);
    }

    @Test
    void reach_at_its_floor_is_enough() {
        fullAttendance();
        for (int person = 1; person <= 5; person++) {
            team.stay(person, "2011-01-01", "2012-12-31");
        }
        for (int person = 1; person <= 2; person++) {
            team.practised(person, Practice.WP1, "2012-05-01");
            team.practised(person, Practice.WP2, "2012-05-01");
            team.practised(person, Practice.WP3, "2012-05-01");
        }

        assertThat(team.on("2012-12-31").teamClass()).isEqualTo(TeamClass.HIGH);
    }

    private void fullAttendance() {
        team.staffed(1, "2011-12-01");
        for (int times = 1; times <= 3; times++) {
            team.held(PERSONAL_RECOVERY_TRAINING, "2012-01-10", 1);
            team.held(COACHING_TRAINING, "2012-01-10", 1);
            team.held(TEAM_REFLECTION, "2012-01-10", 1);
            team.held(TEAM_LEADER_REFLECTION, "2012-01-10", 1);
            team.held(TEAM_LEADER_REFLECTION, "2012-01-10", 1);
        }
        team.team.project(1, ProjectStatus.COMPLETED, "2012-01-10");
    }

    @Test
    void the_class_is_decided_on_the_index_before_it_is_rounded() {
        ParticipationPolicy.Rule.Fixed rule =
                new ParticipationPolicy.Rule.Fixed(Fraction.of(65, 100), Fraction.ZERO);
        Fraction almost = Fraction.of(6_499_999, 10_000_000);

        assertThat(almost.shown()).isEqualTo("0.65");
        assertThat(almost).isLessThan(rule.index());
    }

    @Test
    void figures_are_rounded_half_up_to_four_decimals() {
        assertThat(Fraction.of(1, 20_000).shown()).isEqualTo("0.0001");
        assertThat(Fraction.of(1, 3).shown()).isEqualTo("0.3333");
        assertThat(Fraction.of(30).shown()).isEqualTo("30");
        assertThat(Fraction.of(-2, -4)).isEqualTo(Fraction.of(1, 2));
    }

    @Test
    void by_the_other_policy_whoever_is_above_the_median_is_high() {
        fullAttendance();
        ParticipationPolicy policy = ParticipationPolicy.PARTICIPATION_1_MEDIAN;
        Participation high = team.on("2012-12-31", policy);
        Participation low = new CountedTeam("2012-01-01").on("2012-12-31", policy);
        Fraction median = Objects.requireNonNull(Participation.median(List.of(high, low)));

        assertThat(high.rule()).isEqualTo("MEDIAN_SPLIT");
        assertThat(high.teamClass()).isNull();
        assertThat(median).isEqualTo(Fraction.of(1, 2));
        assertThat(high.splitAt(median).teamClass()).isEqualTo(TeamClass.HIGH);
        assertThat(low.splitAt(median).teamClass()).isEqualTo(TeamClass.LOW);
        assertThat(high.splitAt(Fraction.ONE).teamClass()).isEqualTo(TeamClass.LOW);
    }

    @Test
    void a_team_may_see_its_profile_without_index_and_class() {
        fullAttendance();

        Participation profile = team.on("2012-06-01").withoutClass();

        assertThat(profile.index()).isNull();
        assertThat(profile.teamClass()).isNull();
        assertThat(profile.parts()).hasSize(6);
    }
}
