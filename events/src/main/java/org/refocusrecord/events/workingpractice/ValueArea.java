package org.refocusrecord.events.workingpractice;

/** Areas of values and treatment preferences. */
public enum ValueArea {
    CULTURAL_IDENTITY,
    RELIGION_SPIRITUALITY,
    SEXUALITY,
    GENDER,
    SOCIAL_ROLES,
    MENTAL_HEALTH_EXPERIENCE,
    TREATMENT_PREFERENCE_SERVICES,
    TREATMENT_PREFERENCE_OTHER,
    OTHER
}
