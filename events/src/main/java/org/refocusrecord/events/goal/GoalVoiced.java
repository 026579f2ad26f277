package org.refocusrecord.events.goal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Words;

/** The person said what he or she would like to reach; it is not, or not yet, taken up. */
@EventType(
        name = "goal.voiced",
        revision = 1,
        door = "GOAL_VOICED",
        meaning =
                "The person said what he or she would like to reach; it is not, or not yet, "
                        + "taken up.")
public record GoalVoiced(
        EntryId entryId, GoalId goalId, Words statement, @Nullable HelpWanted helpWanted)
        implements GoalEvent {}
