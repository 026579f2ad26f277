package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.workingpractice.AskAgain;
import org.refocusrecord.events.workingpractice.OfferResponse;

import java.time.Instant;

/** A working practice was offered. */
public record PlanOffer(
        Person offeredBy,
        OfferResponse response,
        @Nullable AskAgain askAgain,
        Instant at,
        Trail trail)
        implements PlanItem {}
