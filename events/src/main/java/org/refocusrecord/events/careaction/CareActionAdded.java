package org.refocusrecord.events.careaction;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.ActionId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;

import java.util.List;

/** An action outside any goal came into the care plan, and who is responsible for it. */
@EventType(
        name = "care-action.added",
        revision = 1,
        door = "CARE_ACTION_ADDED",
        meaning =
                "An action outside any goal came into the care plan, and who is responsible "
                        + "for it.")
public record CareActionAdded(
        EntryId entryId,
        ActionId actionId,
        Words description,
        List<Person> responsible,
        Focus focus,
        @Nullable List<ItemId> arisesFrom,
        @Nullable Because because,
        @Nullable PersonsView personsView)
        implements CareActionEvent {}
