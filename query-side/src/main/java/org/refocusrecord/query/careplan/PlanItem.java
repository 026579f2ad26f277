package org.refocusrecord.query.careplan;

/** Something in the plan that an entry brought. */
public sealed interface PlanItem
        permits PlanValue,
                PlanPreference,
                PlanAnswer,
                PlanStrength,
                PlanAspiration,
                PlanOffer,
                PlanConversation,
                PlanGoal,
                PlanAcceptance,
                PlanConcern,
                PlanReview,
                PlanStep,
                PlanAction,
                PlanContract,
                PlanContractReview,
                PlanRating,
                PlanMeasure,
                PlanCrisisPlan {

    /** Where it came from, and what became of it. */
    Trail trail();
}
