package org.refocusrecord.events.careaction;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.ActionId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;

import java.util.List;

/** A care action left the care plan, and what became of it. */
@EventType(
        name = "care-action.removed",
        revision = 1,
        door = "CARE_ACTION_REMOVED",
        meaning = "A care action left the care plan, and what became of it.")
public record CareActionRemoved(
        EntryId entryId,
        ActionId actionId,
        @Nullable ActionOutcome outcome,
        @Nullable List<Person> doneBy,
        List<Person> decidedBy,
        @Nullable PersonsView personsView,
        @Nullable Words reason)
        implements CareActionEvent {}
