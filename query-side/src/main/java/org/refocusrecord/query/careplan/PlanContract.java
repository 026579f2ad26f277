package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.ContractId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.coaching.Challenge;

import java.time.LocalDate;
import java.util.List;

/**
 * A coaching contract of the person and one worker, with the terms that hold.
 *
 * @param ended who ended it, and when
 */
public record PlanContract(
        ContractId contractId,
        Person worker,
        Words purpose,
        List<Person> agreedBy,
        List<Words> desiredOutcomes,
        @Nullable Words frequency,
        @Nullable Integer minutes,
        @Nullable Words place,
        @Nullable Challenge challenge,
        @Nullable Words feedback,
        @Nullable Words confidentialityLimits,
        @Nullable LocalDate reviewDueOn,
        List<PlanContractReview> reviews,
        @Nullable PlanContractEnd ended,
        Trail trail)
        implements PlanItem {}
