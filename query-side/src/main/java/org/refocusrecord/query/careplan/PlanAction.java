package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.ActionId;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.careaction.ActionOutcome;
import org.refocusrecord.events.careaction.Because;
import org.refocusrecord.events.careaction.Focus;
import org.refocusrecord.events.careaction.PersonsView;

import java.util.List;

/**
 * A care action outside any goal.
 *
 * @param outcome what became of it, once it was removed
 */
public record PlanAction(
        ActionId actionId,
        Words description,
        List<Person> responsible,
        Focus focus,
        @Nullable Because because,
        @Nullable PersonsView personsView,
        List<ItemId> arisesFrom,
        @Nullable ActionOutcome outcome,
        List<Person> doneBy,
        Trail trail)
        implements PlanItem {}
