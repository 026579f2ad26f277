package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AspirationId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.workingpractice.StrengthDomain;

/** What the person would like. */
public record PlanAspiration(
        AspirationId aspirationId,
        @Nullable StrengthDomain domain,
        Words statement,
        @Nullable Words firstStatement,
        Trail trail)
        implements PlanItem {}
