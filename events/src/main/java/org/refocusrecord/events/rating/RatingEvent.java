package org.refocusrecord.events.rating;

import org.refocusrecord.events.session.Entry;

/** Ratings, questionnaires and experiences. */
public sealed interface RatingEvent extends Entry
        permits RelationshipRated, MeasureAnswered, ExperienceTold {}
