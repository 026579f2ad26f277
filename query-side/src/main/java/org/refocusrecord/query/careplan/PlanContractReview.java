package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;

import java.time.Instant;

/** A coaching contract was looked at again, according to one person. */
public record PlanContractReview(
        EntryId entryId, Person accordingTo, @Nullable Words outcome, Instant at, Trail trail)
        implements PlanItem {}
