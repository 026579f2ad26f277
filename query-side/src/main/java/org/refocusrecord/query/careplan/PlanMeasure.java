package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.MeasureId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.rating.Occasion;
import org.refocusrecord.query.scores.Score;

import java.util.List;

/**
 * A questionnaire that was answered; ratings of different raters are never merged.
 *
 * @param version as said, else the default version of the instrument, if it is known to us
 */
public record PlanMeasure(
        MeasureId measureId,
        String measure,
        @Nullable String version,
        Person rater,
        @Nullable Occasion occasion,
        @Nullable GoalId goalId,
        Answers.Given answers,
        List<Score> scores,
        Trail trail)
        implements PlanItem {}
