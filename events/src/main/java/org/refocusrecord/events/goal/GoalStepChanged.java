package org.refocusrecord.events.goal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StepId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.careaction.Because;
import org.refocusrecord.events.careaction.Focus;
import org.refocusrecord.events.careaction.PersonsView;

import java.time.LocalDate;
import java.util.List;

/** What a step says or who is responsible for it was decided anew, from this place on. */
@EventType(
        name = "goal.step-changed",
        revision = 1,
        door = "GOAL_STEP_CHANGED",
        meaning =
                "What a step says or who is responsible for it was decided anew, from this "
                        + "place on.")
public record GoalStepChanged(
        EntryId entryId,
        StepId stepId,
        @Nullable Words description,
        @Nullable List<Person> responsible,
        @Nullable Focus focus,
        @Nullable Because because,
        @Nullable PersonsView personsView,
        @Nullable List<ItemId> arisesFrom,
        @Nullable List<DrawsOn> drawsOn,
        @Nullable LocalDate dueOn,
        List<Person> decidedBy,
        @Nullable Words reason)
        implements GoalEvent {}
