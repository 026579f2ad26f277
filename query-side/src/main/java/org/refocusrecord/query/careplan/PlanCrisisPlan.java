package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Person;

import java.time.LocalDate;
import java.util.List;

/** Whether there is an advance directive or joint crisis plan: a pointer, never its text. */
public record PlanCrisisPlan(
        boolean exists,
        LocalDate on,
        List<Person> madeWith,
        @Nullable LocalDate reviewOn,
        Trail trail)
        implements PlanItem {}
