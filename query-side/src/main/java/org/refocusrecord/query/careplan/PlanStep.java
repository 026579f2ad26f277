package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StepId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.careaction.Because;
import org.refocusrecord.events.careaction.Focus;
import org.refocusrecord.events.careaction.PersonsView;
import org.refocusrecord.events.goal.DrawsOn;

import java.time.LocalDate;
import java.util.List;

/**
 * A step towards a goal.
 *
 * @param doneBy who did it, as said with the latest status
 * @param on the day that was said with the latest status
 */
public record PlanStep(
        StepId stepId,
        Words description,
        List<Person> responsible,
        StepStatus status,
        List<Person> doneBy,
        @Nullable LocalDate on,
        @Nullable LocalDate dueOn,
        @Nullable Focus focus,
        @Nullable Because because,
        @Nullable PersonsView personsView,
        List<ItemId> arisesFrom,
        List<DrawsOn> drawsOn,
        Trail trail)
        implements PlanItem {}
