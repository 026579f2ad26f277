package org.refocusrecord.events.rating;

/** In whose company a rating was given. */
public enum RatingGiven {
    ALONE,
    WITH_RESEARCHER,
    WITH_OTHER,
    WITH_RATED_WORKER
}
