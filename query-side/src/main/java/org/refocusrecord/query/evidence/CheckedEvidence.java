package org.refocusrecord.query.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Evidence that was checked.
 *
 * @param plan the plan that its events make; null where it is not sound, or holds too little
 */
public record CheckedEvidence(Verdict verdict, @Nullable EvidencePlan plan) {}
