package org.refocusrecord.query.careplan;

import org.refocusrecord.events.Answers;
import org.refocusrecord.events.rating.ExperienceTold;
import org.refocusrecord.events.rating.MeasureAnswered;
import org.refocusrecord.events.rating.RatingEvent;
import org.refocusrecord.events.rating.RelationshipRated;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.scores.Scores;

import java.util.ArrayList;
import java.util.List;

/** The ratings and questionnaires of one person, each with its scores. */
final class RatingsFold {

    private final Include include;
    private final List<PlanRating> ratings = new ArrayList<>();
    private final List<PlanMeasure> measures = new ArrayList<>();

    RatingsFold(Include include) {
        this.include = include;
    }

    void after(RatingEvent event, Fact fact) {
        switch (event) {
            case RelationshipRated rated -> ratings.add(rating(rated, fact));
            case MeasureAnswered answered -> measures.add(measure(answered, fact));
            case ExperienceTold _ -> {}
        }
    }

    private PlanRating rating(RelationshipRated rated, Fact fact) {
        Answers.Given answers = given(rated.answers(), fact);
        return new PlanRating(
                rated.ratingId(),
                rated.instrument(),
                rated.version(),
                rated.worker(),
                rated.occasion(),
                rated.given(),
                rated.sharedWithWorker(),
                answers,
                Scores.of(rated.instrument().name(), rated.version(), answers),
                Trace.single(fact, include));
    }

    private PlanMeasure measure(MeasureAnswered answered, Fact fact) {
        Answers.Given answers = given(answered.answers(), fact);
        return new PlanMeasure(
                answered.measureId(),
                answered.measure(),
                Scores.version(answered.measure(), answered.version()),
                answered.rater(),
                answered.occasion(),
                answered.goalId(),
                answers,
                Scores.of(answered.measure(), answered.version(), answers),
                Trace.single(fact, include));
    }

    private static Answers.Given given(Answers answers, Fact fact) {
        if (answers instanceof Answers.Given given) {
            return given;
        }
        throw new IllegalStateException(
                "answers that were never resolved: event " + fact.recorded().eventId());
    }

    List<PlanRating> ratings() {
        return List.copyOf(ratings);
    }

    List<PlanMeasure> measures() {
        return List.copyOf(measures);
    }
}
