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

/** A step was done, and by whom. */
@EventType(
        name = "goal.step-done",
        revision = 1,
        door = "GOAL_STEP_STATUS",
        where = "status=DONE",
        meaning = "A step was done, and by whom.")
public record GoalStepDone(
        EntryId entryId,
        StepId stepId,
        @Nullable List<Person> doneBy,
        @Nullable List<Person> decidedBy,
        @Nullable PersonsView personsView,
        @Happened @Nullable LocalDate on,
        @Nullable Words reason)
        implements GoalStepStatusStated {}
