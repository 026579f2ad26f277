package org.refocusrecord.events.goal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.careaction.PersonsView;

import java.util.List;

/** A goal was given up; a neutral fact. */
@EventType(
        name = "goal.cancelled",
        revision = 1,
        door = "GOAL_STATUS",
        where = "status=CANCELLED",
        meaning = "A goal was given up; a neutral fact.")
public record GoalCancelled(
        EntryId entryId,
        GoalId goalId,
        List<Person> decidedBy,
        @Nullable PersonsView personsView,
        @Nullable Words reason)
        implements GoalStatusStated {}
