package org.refocusrecord.query.audittrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.query.history.CaseStory.PERSON;
import static org.refocusrecord.query.history.CaseStory.WORKER;
import static org.refocusrecord.query.history.Entries.acceptance;
import static org.refocusrecord.query.history.Entries.entry;
import static org.refocusrecord.query.history.Entries.goalSet;
import static org.refocusrecord.query.history.Entries.goalVoiced;
import static org.refocusrecord.query.history.Entries.ownAnswer;
import static org.refocusrecord.query.history.Entries.stepMovedTo;
import static org.refocusrecord.query.history.Entries.stepPlanned;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.goal.AcceptanceAnswer;
import org.refocusrecord.query.careplan.GoalState;
import org.refocusrecord.query.history.CaseStory;

import java.util.List;

class FollowingAGoalTest {

    private final CaseStory story = new CaseStory("2012-01-02");

    @Test
    void who_voiced_set_agreed_to_and_typed_a_goal_are_four_facts() {
        story.ownEntries("2012-02-01T10:00:00Z", goalVoiced(1, 1, "to sing"));
        assertThat(trail().recordedBy()).isEqualTo(PERSON);
        assertThat(trail().state()).isEqualTo(GoalState.VOICED);
        assertThat(trail().people()).containsExactly(PERSON);

        story.session(
                "2012-03-01T10:00:00Z",
                goalSet(
                        2,
                        1,
                        CaseStory.said("choir"),
                        List.of(
                                acceptance(WORKER, AcceptanceAnswer.AGREE),
                                acceptance(PERSON, AcceptanceAnswer.PENDING)),
                        List.of(WORKER)));
        story.ownEntries("2012-03-02T10:00:00Z", ownAnswer(3, 1, AcceptanceAnswer.DISAGREE));

        GoalTrail trail = trail();
        assertThat(trail.setBy()).containsExactly(WORKER);
        assertThat(trail.recordedBy()).isEqualTo(WORKER);
        assertThat(trail.at()).isEqualTo("2012-03-01T10:00:00Z");
        assertThat(trail.evidence().entryId().value()).isEqualTo(entry(2).value());
        assertThat(trail.acceptance())
                .extracting(AcceptanceTrail::answer)
                .containsExactly(AcceptanceAnswer.AGREE, AcceptanceAnswer.DISAGREE);
        assertThat(trail.acceptance().getLast().at()).isEqualTo("2012-03-02T10:00:00Z");
    }

    @Test
    void who_was_responsible_for_a_step_is_followed_from_change_to_change() {
        story.session(
                "2012-02-01T10:00:00Z", goalVoiced(1, 1, "to sing"), stepPlanned(2, 1, 1, WORKER));
        story.session("2012-03-01T10:00:00Z", stepMovedTo(3, 1, WORKER, PERSON));
        story.session("2012-04-01T10:00:00Z", stepMovedTo(4, 1, PERSON, WORKER));
        story.session("2012-05-01T10:00:00Z", stepMovedTo(5, 1, PERSON));

        StepTrail step = trail().steps().getFirst();
        assertThat(step.responsiblePlanned()).containsExactly(WORKER);
        assertThat(step.responsible()).containsExactly(PERSON);
        assertThat(step.changes()).hasSize(2);
        assertThat(step.changes().getFirst().was()).containsExactly(WORKER);
        assertThat(step.changes().getFirst().is()).containsExactly(WORKER, PERSON);
        assertThat(step.changes().getFirst().decidedBy()).containsExactly(PERSON, WORKER);
        assertThat(step.changes().getLast().at()).isEqualTo("2012-05-01T10:00:00Z");
        assertThat(step.changes().getLast().evidence().entryId().value())
                .isEqualTo(entry(5).value());
    }

    private GoalTrail trail() {
        List<GoalTrail> trails = GoalTrails.of(story.now());
        assertThat(trails).hasSize(1);
        return trails.getFirst();
    }
}
