package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.PreferenceId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.workingpractice.AppliesWhen;
import org.refocusrecord.events.workingpractice.PreferenceSource;

/**
 * What help the person wants, and what became of it.
 *
 * @param answer the latest answer
 */
public record PlanPreference(
        PreferenceId preferenceId,
        @Nullable PreferenceSource source,
        @Nullable AppliesWhen appliesWhen,
        Words statement,
        @Nullable Words firstStatement,
        @Nullable PlanAnswer answer,
        Trail trail)
        implements PlanItem {}
