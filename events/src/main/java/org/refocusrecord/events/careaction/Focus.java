package org.refocusrecord.events.careaction;

/** What a step or care action is about; our list, not that of any published audit. */
public enum Focus {
    MEDICATION,
    MENTAL_HEALTH_MONITORING,
    PSYCHOLOGICAL_THERAPY,
    PHYSICAL_HEALTH,
    RISK_AND_SAFETY,
    DAILY_LIVING,
    ACCOMMODATION,
    FINANCE_BENEFITS,
    OCCUPATION_EDUCATION,
    SOCIAL_LEISURE,
    FAMILY_CARER,
    SUBSTANCE_USE,
    CULTURE_SPIRITUALITY,
    SERVICE_CONTACT,
    OTHER
}
