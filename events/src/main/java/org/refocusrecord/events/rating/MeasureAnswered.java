package org.refocusrecord.events.rating;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.MeasureId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.shape.Code;

/**
 * A questionnaire was answered, by this rater.
 *
 * <p>Which measures, versions and items there are: {@link Instruments}. Ratings of staff and of the
 * service user are never merged.
 */
@EventType(
        name = "measure.answered",
        revision = 1,
        door = "MEASURE",
        meaning = "A questionnaire was answered, by this rater.")
public record MeasureAnswered(
        EntryId entryId,
        MeasureId measureId,
        @Code("[A-Z][A-Z0-9_]{0,39}") String measure,
        @Code("[A-Za-z0-9._-]{1,40}") @Nullable String version,
        Person rater,
        @Nullable Occasion occasion,
        @Nullable GoalId goalId,
        Answers answers)
        implements RatingEvent {}
