package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.workingpractice.Practice;

/** A working practice, or coaching: when it was last offered and last held. */
public record PlanPractice(
        Practice practice,
        @Nullable PlanOffer lastOffer,
        @Nullable PlanConversation lastConversation) {}
