package org.refocusrecord.query.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.events.team.ImplementationKind.COACHING_TRAINING;
import static org.refocusrecord.events.team.ImplementationKind.PERSONAL_RECOVERY_TRAINING;
import static org.refocusrecord.events.team.ImplementationKind.TEAM_LEADER_REFLECTION;
import static org.refocusrecord.events.team.ImplementationKind.TEAM_REFLECTION;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.refocusrecord.events.team.DataGapKind;
import org.refocusrecord.events.team.ProjectStatus;
import org.refocusrecord.events.workingpractice.Practice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** A team's whole year, with the figures that the policy prints for it. */
class CountingTheWorkedExampleTest {

    private static final String AFTERWARDS = "2013-02-01";

    private final CountedTeam team = new CountedTeam("2012-01-01");

    @BeforeEach
    void a_year() {
        team.staffed(15, "2011-12-01");
        team.held(PERSONAL_RECOVERY_TRAINING, "2012-01-10", 12);
        team.team.left(15, "2012-01-31");
        team.held(PERSONAL_RECOVERY_TRAINING, "2012-02-10", 10);
        team.team.joined(15, "2012-03-01");
        team.held(COACHING_TRAINING, "2012-03-10", 13);
        team.team.left(15, "2012-03-31");
        team.held(COACHING_TRAINING, "2012-04-10", 9);
        team.held(PERSONAL_RECOVERY_TRAINING, "2012-05-05", 9);
        team.team.left(14, "2012-05-10");
        team.held(COACHING_TRAINING, "2012-05-20", 8);
        List.of("2012-02-15", "2012-04-15").forEach(day -> team.held(TEAM_REFLECTION, day, 5));
        List.of("2012-01-20", "2012-03-20", "2012-06-20", "2012-09-20")
                .forEach(day -> team.held(TEAM_LEADER_REFLECTION, day, 2));
        team.team.project(1, ProjectStatus.UNDER_WAY, "2012-06-01");
        reached(Practice.WP1, 8);
        reached(Practice.WP2, 11);
        reached(Practice.WP3, 14);
        for (int person = 1; person <= 20; person++) {
            team.stay(person, "2011-11-01", "2013-12-31");
        }
    }

    private void reached(Practice practice, int people) {
        for (int person = 1; person <= people; person++) {
            team.practised(person, practice, "2012-07-01");
        }
    }

    private BigDecimal value(Part part) {
        return Objects.requireNonNull(team.part(part, AFTERWARDS).value()).shown();
    }

    @Test
    void each_part_is_as_printed() {
        assertThat(team.shown(Part.RECOVERY_TRAINING, AFTERWARDS)).isEqualTo("31 of 43");
        assertThat(value(Part.RECOVERY_TRAINING)).isEqualTo("0.7209");
        assertThat(team.shown(Part.COACHING_TRAINING, AFTERWARDS)).isEqualTo("43 of 57");
        assertThat(value(Part.COACHING_TRAINING)).isEqualTo("0.7544");
        assertThat(team.shown(Part.TEAM_REFLECTION, AFTERWARDS)).isEqualTo("2 of 3");
        assertThat(team.shown(Part.LEADER_REFLECTION, AFTERWARDS)).isEqualTo("4 of 6");
        assertThat(value(Part.LEADER_REFLECTION)).isEqualTo("0.6667");
        assertThat(team.shown(Part.PARTNERSHIP_PROJECT, AFTERWARDS)).isEqualTo("0.5 of 1");
        assertThat(team.shown(Part.PRACTICE_REACH, AFTERWARDS)).isEqualTo("33 of 60");
        assertThat(value(Part.PRACTICE_REACH)).isEqualTo("0.55");
    }

    @Test
    void each_part_weighs_as_printed() {
        assertThat(team.on(AFTERWARDS).parts())
                .extracting(part ->
                        part.weight()
                                .times(Objects.requireNonNull(part.value()))
                                .shown()
                                .toPlainString())
                .containsExactly("0.1442", "0.1509", "0.0667", "0.0667", "0.05", "0.165");
    }

    @Test
    void the_index_is_as_printed_and_low() {
        Participation counted = team.on(AFTERWARDS);

        assertThat(Objects.requireNonNull(counted.index()).shown()).isEqualTo("0.6434");
        assertThat(counted.teamClass()).isEqualTo(TeamClass.LOW);
        assertThat(counted.closed()).isTrue();
        assertThat(counted.completeness()).isEqualTo(Fraction.ONE);
        assertThat(counted.parts()).allMatch(part -> part.notCounted().isEmpty());
    }

    @Test
    void with_one_gap_a_session_is_dropped_and_not_nought() {
        team.team.gap(DataGapKind.TEAM_REFLECTION, "2012-10-31", "2012-11-15");

        Participation counted = team.on(AFTERWARDS);

        assertThat(team.shown(Part.TEAM_REFLECTION, AFTERWARDS)).isEqualTo("2 of 2");
        assertThat(Objects.requireNonNull(counted.index()).shown()).isEqualTo("0.6767");
        assertThat(counted.teamClass()).isEqualTo(TeamClass.HIGH);
        assertThat(Objects.requireNonNull(counted.completeness()).shown()).isEqualTo("0.9667");
    }
}
