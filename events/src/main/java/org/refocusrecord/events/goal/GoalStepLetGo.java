package org.refocusrecord.events.goal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StepId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.careaction.PersonsView;
import org.refocusrecord.events.shape.Happened;

import java.time.LocalDate;
import java.util.List;

/** A step was let go. */
@EventType(
        name = "goal.step-let-go",
        revision = 1,
        door = "GOAL_STEP_STATUS",
        where = "status=LET_GO",
        meaning = "A step was let go.")
public record GoalStepLetGo(
        EntryId entryId,
        StepId stepId,
        @Nullable List<Person> doneBy,
        @Nullable List<Person> decidedBy,
        @Nullable PersonsView personsView,
        @Happened @Nullable LocalDate on,
        @Nullable Words reason)
        implements GoalStepStatusStated {}
