package org.refocusrecord.command.rating;

import org.refocusrecord.command.Bearing;
import org.refocusrecord.command.ItemKind;
import org.refocusrecord.command.OwnDoor;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.Rule;
import org.refocusrecord.command.Speaking;
import org.refocusrecord.events.rating.ExperienceTold;
import org.refocusrecord.events.rating.Instruments;
import org.refocusrecord.events.rating.MeasureAnswered;
import org.refocusrecord.events.rating.RatingEvent;
import org.refocusrecord.events.rating.RelationshipRated;

import java.util.ArrayList;
import java.util.List;

/** Ratings, questionnaires and experiences. */
public final class Ratings {

    private static final String GOAL_ATTAINMENT = "IOM_GA";

    private Ratings() {}

    /** What a rating brings and names. */
    public static Bearing bearing(RatingEvent event) {
        return switch (event) {
            case RelationshipRated e ->
                    Bearing.of().brings("/ratingId", ItemKind.RATING, e.ratingId()).done();
            case MeasureAnswered e ->
                    Bearing.of()
                            .brings("/measureId", ItemKind.MEASURE, e.measureId())
                            .names("/goalId", ItemKind.GOAL, e.goalId())
                            .done();
            case ExperienceTold e ->
                    Bearing.of().isAbout("/aboutEntryId", ItemKind.ENTRY, e.aboutEntryId()).done();
        };
    }

    /** What speaks against a rating, apart from what it names. */
    public static List<Refusal> refusals(RatingEvent event, Speaking speaking) {
        if (!(event instanceof MeasureAnswered measure)) {
            return List.of();
        }
        List<Refusal> refusals = new ArrayList<>(OwnDoor.only(speaking, "/rater", measure.rater()));
        if (measure.measure().equals(GOAL_ATTAINMENT) && measure.goalId() == null) {
            refusals.add(Rule.MEASURE_NEEDS_GOAL.at("/goalId"));
        }
        return refusals;
    }

    /**
     * A questionnaire with its version filled in: the first that is known, where the caller names
     * none.
     */
    public static MeasureAnswered withVersion(MeasureAnswered sent) {
        String version = sent.version() == null ? defaultVersion(sent.measure()) : sent.version();
        return new MeasureAnswered(
                sent.entryId(),
                sent.measureId(),
                sent.measure(),
                version,
                sent.rater(),
                sent.occasion(),
                sent.goalId(),
                sent.answers());
    }

    /** The version that is meant where none is named. */
    public static String defaultVersion(String measure) {
        List<Instruments.Instrument> versions = Instruments.versions(measure);
        return versions.isEmpty() ? "1" : versions.getFirst().version();
    }
}
