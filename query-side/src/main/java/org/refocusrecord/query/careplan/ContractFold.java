package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.coaching.CoachingContractAgreed;
import org.refocusrecord.events.coaching.CoachingContractAmended;
import org.refocusrecord.events.coaching.CoachingContractEnded;
import org.refocusrecord.events.coaching.CoachingContractReviewed;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Standing;

import java.util.ArrayList;
import java.util.List;

/** One coaching contract along the line. */
final class ContractFold implements Items.Item {

    private final Trace trace;
    private final Include include;
    private final List<PlanContractReview> reviews = new ArrayList<>();
    private CoachingContractAgreed terms;
    private @Nullable PlanContractEnd ended;

    ContractFold(Trace trace, CoachingContractAgreed agreed, Include include) {
        this.trace = trace;
        this.terms = agreed;
        this.include = include;
    }

    @Override
    public Trace trace() {
        return trace;
    }

    void after(CoachingContractAmended amended) {
        terms =
                new CoachingContractAgreed(
                        terms.entryId(),
                        terms.contractId(),
                        terms.worker(),
                        Given.or(amended.purpose(), terms.purpose()),
                        amended.agreedBy(),
                        Given.orElse(amended.desiredOutcomes(), terms.desiredOutcomes()),
                        Given.orElse(amended.frequency(), terms.frequency()),
                        Given.orElse(amended.minutes(), terms.minutes()),
                        Given.orElse(amended.place(), terms.place()),
                        Given.orElse(amended.challenge(), terms.challenge()),
                        Given.orElse(amended.feedback(), terms.feedback()),
                        Given.orElse(
                                amended.confidentialityLimits(), terms.confidentialityLimits()),
                        Given.orElse(amended.reviewDueOn(), terms.reviewDueOn()));
    }

    void after(CoachingContractReviewed reviewed, Fact fact) {
        reviews.add(
                new PlanContractReview(
                        reviewed.entryId(),
                        reviewed.accordingTo(),
                        reviewed.outcome(),
                        fact.place(),
                        Trace.single(fact, include)));
    }

    /** It ends once; saying so again changes nothing. */
    void after(CoachingContractEnded end, Fact fact) {
        if (ended == null) {
            ended = new PlanContractEnd(end.endedBy(), fact.place(), fact.evidence());
        }
    }

    PlanContract view() {
        return new PlanContract(
                terms.contractId(),
                terms.worker(),
                terms.purpose(),
                terms.agreedBy(),
                Given.list(terms.desiredOutcomes()),
                terms.frequency(),
                terms.minutes(),
                terms.place(),
                terms.challenge(),
                terms.feedback(),
                terms.confidentialityLimits(),
                terms.reviewDueOn(),
                List.copyOf(reviews),
                ended,
                trace.trail(Standing.LIVE));
    }
}
