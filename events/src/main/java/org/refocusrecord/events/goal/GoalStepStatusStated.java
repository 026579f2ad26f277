package org.refocusrecord.events.goal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StepId;

import java.util.List;

/**
 * A status of a step, stated by somebody: the latest on the line counts, and any may follow any.
 */
public sealed interface GoalStepStatusStated extends GoalEvent
        permits GoalStepStarted, GoalStepDone, GoalStepNotDone, GoalStepLetGo {

    /** The step that is stated about. */
    StepId stepId();

    /** Who did it; left out where nobody said. */
    @Nullable List<Person> doneBy();
}
