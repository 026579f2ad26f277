package org.refocusrecord.events.rating;

/** In whose company an experience was told. */
public enum ExperienceGiven {
    ALONE,
    WITH_RESEARCHER,
    WITH_OTHER,
    WITH_STAFF
}
