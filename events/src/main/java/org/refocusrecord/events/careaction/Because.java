package org.refocusrecord.events.careaction;

/** Why a step or care action is in the plan. */
public enum Because {
    PERSONS_GOAL,
    PREFERENCE,
    CLINICAL,
    RISK_OR_SAFETY,
    LEGAL_DUTY,
    SERVICE_REQUIREMENT,
    CRISIS
}
