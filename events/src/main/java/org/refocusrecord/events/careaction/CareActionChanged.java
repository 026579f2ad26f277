package org.refocusrecord.events.careaction;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.ActionId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;

import java.util.List;

/** What a care action says or who is responsible for it was decided anew, from this place on. */
@EventType(
        name = "care-action.changed",
        revision = 1,
        door = "CARE_ACTION_CHANGED",
        meaning =
                "What a care action says or who is responsible for it was decided anew, "
                        + "from this place on.")
public record CareActionChanged(
        EntryId entryId,
        ActionId actionId,
        @Nullable Words description,
        @Nullable List<Person> responsible,
        @Nullable Focus focus,
        @Nullable List<ItemId> arisesFrom,
        @Nullable Because because,
        @Nullable PersonsView personsView,
        List<Person> decidedBy,
        @Nullable Words reason)
        implements CareActionEvent {}
