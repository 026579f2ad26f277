package org.refocusrecord.events.goal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StepId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.careaction.Because;
import org.refocusrecord.events.careaction.Focus;
import org.refocusrecord.events.careaction.PersonsView;

import java.time.LocalDate;
import java.util.List;

/** A step towards a goal was planned, and who is responsible for it. */
@EventType(
        name = "goal.step-planned",
        revision = 1,
        door = "GOAL_STEP_PLANNED",
        meaning = "A step towards a goal was planned, and who is responsible for it.")
public record GoalStepPlanned(
        EntryId entryId,
        GoalId goalId,
        StepId stepId,
        Words description,
        List<Person> responsible,
        @Nullable Focus focus,
        @Nullable Because because,
        @Nullable PersonsView personsView,
        @Nullable List<ItemId> arisesFrom,
        @Nullable List<DrawsOn> drawsOn,
        @Nullable LocalDate dueOn)
        implements GoalEvent {}
