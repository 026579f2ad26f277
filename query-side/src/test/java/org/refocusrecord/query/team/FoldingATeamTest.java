package org.refocusrecord.query.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.query.team.TeamStory.worker;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.team.Arm;
import org.refocusrecord.events.team.DataGapDeclared;
import org.refocusrecord.events.team.DataGapKind;
import org.refocusrecord.events.team.Profession;
import org.refocusrecord.events.team.ProjectStatus;
import org.refocusrecord.events.team.StaffRole;
import org.refocusrecord.events.team.TeamAllocated;
import org.refocusrecord.query.projection.ReadPoint;

import java.time.Instant;
import java.time.LocalDate;

class FoldingATeamTest {

    private final TeamStory team = new TeamStory();

    private static Membership member(int worker, String from, String to) {
        return new Membership(
                worker(worker),
                Profession.NURSE,
                StaffRole.CLINICIAN,
                LocalDate.parse(from),
                to.isEmpty() ? null : LocalDate.parse(to));
    }

    private Team answer(TeamLine line) {
        return Team.of(line, new ReadPoint(null, null, LocalDate.parse("2013-01-01"), 0));
    }

    @Test
    void joining_counts_from_its_day_and_leaving_names_the_last_day() {
        team.joined(1, "2012-01-05");
        team.left(1, "2012-03-09");

        TeamRoster roster = TeamRoster.of(team.line());

        assertThat(roster.memberships()).containsExactly(member(1, "2012-01-05", "2012-03-09"));
        assertThat(roster.on(LocalDate.parse("2012-01-04"))).isEmpty();
        assertThat(roster.on(LocalDate.parse("2012-01-05"))).hasSize(1);
        assertThat(roster.on(LocalDate.parse("2012-03-09"))).hasSize(1);
        assertThat(roster.on(LocalDate.parse("2012-03-10"))).isEmpty();
    }

    @Test
    void somebody_may_come_back() {
        team.joined(1, "2012-01-05");
        team.left(1, "2012-03-09");
        team.joined(1, "2012-06-01");

        assertThat(TeamRoster.of(team.line()).memberships())
                .containsExactly(
                        member(1, "2012-01-05", "2012-03-09"), member(1, "2012-06-01", ""));
    }

    @Test
    void who_leaves_and_joins_on_one_day_is_there_once() {
        team.joined(1, "2012-01-05");
        team.left(1, "2012-03-09");
        team.joined(1, "2012-03-09");

        assertThat(TeamRoster.of(team.line()).on(LocalDate.parse("2012-03-09"))).hasSize(1);
    }

    @Test
    void joining_again_while_there_changes_profession_and_role() {
        team.joined(1, "2012-01-05");
        team.joined(1, "2012-04-01", StaffRole.TEAM_LEADER, null);

        assertThat(TeamRoster.of(team.line()).memberships())
                .containsExactly(
                        member(1, "2012-01-05", "2012-03-31"),
                        new Membership(
                                worker(1),
                                Profession.NURSE,
                                StaffRole.TEAM_LEADER,
                                LocalDate.parse("2012-04-01"),
                                null));
    }

    @Test
    void saying_again_that_somebody_joined_changes_nothing() {
        team.joined(1, "2012-01-05");
        team.joined(1, "2012-04-01");

        assertThat(TeamRoster.of(team.line()).memberships())
                .containsExactly(member(1, "2012-01-05", ""));
    }

    @Test
    void leaving_without_having_joined_is_harmless() {
        team.left(1, "2012-01-05");

        assertThat(TeamRoster.of(team.line()).memberships()).isEmpty();
    }

    @Test
    void what_is_told_late_stands_where_it_happened() {
        team.left(1, "2012-03-09");
        team.joined(1, "2012-01-05");

        assertThat(TeamRoster.of(team.line()).memberships())
                .containsExactly(member(1, "2012-01-05", "2012-03-09"));
    }

    @Test
    void as_of_a_day_nobody_has_left_later() {
        team.joined(1, "2012-01-05");
        team.left(1, "2012-03-09");

        assertThat(TeamRoster.of(team.asOf("2012-03-08")).memberships())
                .containsExactly(member(1, "2012-01-05", ""));
    }

    @Test
    void a_correction_holds_whenever_the_fact_happened() {
        CommandId joined = team.joined(1, "2012-01-05");
        team.recordedAt("2013-01-01T09:00:00Z");
        team.amended(
                joined, team.join(joined, 1, "2011-12-01", StaffRole.CLINICIAN, Profession.NURSE));

        assertThat(TeamRoster.of(team.asOf("2011-12-24")).memberships())
                .containsExactly(member(1, "2011-12-01", ""));
        assertThat(
                        TeamRoster.of(
                                        team.history()
                                                .as(null, Instant.parse("2012-12-31T00:00:00Z")))
                                .memberships())
                .containsExactly(member(1, "2012-01-05", ""));
    }

    @Test
    void the_last_amendment_recorded_holds() {
        CommandId joined = team.joined(1, "2012-01-05");
        team.amended(
                joined, team.join(joined, 1, "2012-02-05", StaffRole.CLINICIAN, Profession.NURSE));
        CommandId second =
                team.amended(
                        joined,
                        team.join(joined, 1, "2012-03-05", StaffRole.CLINICIAN, Profession.NURSE));
        assertThat(TeamRoster.of(team.line()).memberships())
                .containsExactly(member(1, "2012-03-05", ""));

        team.inError(second);

        assertThat(TeamRoster.of(team.line()).memberships())
                .containsExactly(member(1, "2012-02-05", ""));
    }

    @Test
    void a_mark_takes_out_and_can_be_taken_back() {
        CommandId joined = team.joined(1, "2012-01-05");
        CommandId mark = team.inError(joined);
        assertThat(TeamRoster.of(team.line()).memberships()).isEmpty();

        team.inError(mark);

        assertThat(TeamRoster.of(team.line()).memberships()).hasSize(1);
    }

    @Test
    void a_project_is_as_it_was_last_said_to_be() {
        team.project(1, ProjectStatus.UNDER_WAY, "2012-05-01");
        team.project(1, ProjectStatus.PLANNED, "2012-02-01");
        team.project(2, ProjectStatus.ABANDONED, "2012-03-01");

        assertThat(answer(team.line()).projects())
                .extracting(Team.Project::status)
                .containsExactlyInAnyOrder(ProjectStatus.UNDER_WAY, ProjectStatus.ABANDONED);
        assertThat(answer(team.asOf("2012-02-02")).projects())
                .extracting(Team.Project::status)
                .containsExactly(ProjectStatus.PLANNED);
    }

    @Test
    void a_team_has_its_name_before_the_day_of_its_registration() {
        assertThat(answer(team.asOf("1999-01-01")).name()).isEqualTo("North");
        assertThat(answer(team.history().as(null, Instant.EPOCH)).name()).isNull();
    }

    @Test
    void an_allocation_to_come_lies_ahead() {
        team.allocated(Arm.INTERVENTION, "2012-02-01");

        assertThat(answer(team.asOf("2012-01-31")).allocations()).isEmpty();
        assertThat(team.asOf("2012-01-31").everOf(TeamAllocated.class)).hasSize(1);
        assertThat(answer(team.asOf("2012-02-01")).allocations()).hasSize(1);
    }

    @Test
    void a_gap_stands_at_its_first_day() {
        team.gap(DataGapKind.CONVERSATIONS, "2012-02-01", "2012-02-10");

        assertThat(team.asOf("2012-01-31").of(DataGapDeclared.class)).isEmpty();
        assertThat(team.asOf("2012-02-01").of(DataGapDeclared.class)).hasSize(1);
    }
}
