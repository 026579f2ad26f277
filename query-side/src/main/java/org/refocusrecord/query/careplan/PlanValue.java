package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.ValueId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.workingpractice.ValueArea;

/**
 * Something that matters to the person.
 *
 * @param firstStatement what was said first, where it was changed since
 */
public record PlanValue(
        ValueId valueId,
        @Nullable ValueArea area,
        Words statement,
        @Nullable Words firstStatement,
        Trail trail)
        implements PlanItem {}
