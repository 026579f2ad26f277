package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.RatingId;
import org.refocusrecord.events.rating.Occasion;
import org.refocusrecord.events.rating.RatingGiven;
import org.refocusrecord.events.rating.RelationshipInstrument;
import org.refocusrecord.query.scores.Score;

import java.util.List;
import java.util.Set;

/**
 * The person's rating of the support of one worker and the relationship with him or her.
 *
 * @param sharedWithWorker where false, answers and scores are for no worker and no leader
 */
public record PlanRating(
        RatingId ratingId,
        RelationshipInstrument instrument,
        String version,
        Person worker,
        @Nullable Occasion occasion,
        @Nullable RatingGiven given,
        boolean sharedWithWorker,
        Answers.Given answers,
        List<Score> scores,
        Trail trail)
        implements PlanItem {

    /** What of it is for those alone who see the rating. */
    public static final Set<String> GUARDED = Set.of("answers", "scores");
}
