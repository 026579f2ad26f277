package org.refocusrecord.events.goal;

import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Person;

import java.util.List;

/**
 * A status of a goal, stated by somebody: the latest on the line counts, and any may follow any.
 */
public sealed interface GoalStatusStated extends GoalEvent
        permits GoalActivated, GoalPutOnHold, GoalCompleted, GoalCancelled {

    /** The goal that is stated about. */
    GoalId goalId();

    /** Who decided it. */
    List<Person> decidedBy();
}
