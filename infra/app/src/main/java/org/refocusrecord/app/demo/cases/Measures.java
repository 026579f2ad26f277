package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.trial.Answers;
import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.rating.Occasion;
import org.refocusrecord.events.rating.RatingGiven;
import org.refocusrecord.events.rating.RelationshipInstrument;

import java.util.List;

/**
 * Measures of the trial. The paired worker completes HoNOS, CANSAS and GAF ("Recovery for real");
 * the person answers QPR, CSQ and CANSAS and rates the worker with INSPIRE. Answers are made up:
 * QPR items are drawn so that totals lie about the published 40, and nothing else is modelled.
 */
final class Measures {

    private static final List<Integer> QPR = List.of(1, 2, 2, 3, 3, 3, 3, 4);
    private static final List<Integer> MILD = List.of(0, 0, 0, 1, 1, 2, 3, 9);
    private static final List<Integer> NEEDS = List.of(0, 0, 0, 0, 0, 1, 1, 2, 9);

    private Measures() {}

    static void byWorker(Scene scene, Occasion occasion) {
        Chance chance = scene.chance();
        Person worker = scene.worker();
        measure(scene, "HONOS", worker, occasion)
                .with("answers", Answers.items("H", 12, chance, item -> chance.oneOf(MILD)));
        measure(scene, "CANSAS", worker, occasion)
                .with("answers", Answers.items("N", 22, chance, item -> chance.oneOf(NEEDS)));
        measure(scene, "GAF", worker, occasion)
                .with("answers", Body.of("G", chance.between(35, 85)));
    }

    static void byPerson(Scene scene, Occasion occasion, Person rated) {
        Chance chance = scene.chance();
        measure(scene, "QPR", Scene.ONESELF, occasion)
                .with("version", "15")
                .with("answers", Answers.items("Q", 15, chance, item -> chance.oneOf(QPR)));
        measure(scene, "CANSAS", Scene.ONESELF, occasion)
                .with("answers", Answers.items("N", 22, chance, item -> chance.oneOf(NEEDS)));
        measure(scene, "CSQ", Scene.ONESELF, occasion)
                .with("answers", Answers.items("C", 8, chance, item -> chance.between(1, 4)));
        rating(scene, RelationshipInstrument.INSPIRE, rated)
                .with("occasion", occasion)
                .with("given", RatingGiven.WITH_RESEARCHER)
                .with("sharedWithWorker", chance.percent(20) ? Boolean.TRUE : null)
                .with("answers", inspire(chance));
    }

    private static Body measure(Scene scene, String measure, Person rater, Occasion occasion) {
        return scene.add("MEASURE")
                .with("measureId", scene.chance().id())
                .with("measure", measure)
                .with("rater", rater)
                .with("occasion", occasion);
    }

    private static Body rating(Scene scene, RelationshipInstrument instrument, Person rated) {
        return scene.add("RELATIONSHIP_RATING")
                .with("ratingId", scene.chance().id())
                .with("instrument", instrument)
                .with("worker", rated);
    }

    /** Support is rated only where it is important to the person; "not important" is no nought. */
    private static Body inspire(Chance chance) {
        Body answers = Answers.items("S", 20, chance, item -> support(chance));
        for (int item = 1; item <= 7; item++) {
            answers.with("R" + item, chance.between(1, 4));
        }
        return answers;
    }

    private static Object support(Chance chance) {
        if (chance.percent(25)) {
            return "NOT_IMPORTANT";
        }
        return chance.percent(5) ? "IMPORTANT_NO_LEVEL" : (Object) chance.between(0, 4);
    }

    /** The short form, alone and at any time; some share it with the worker. */
    static void ownBriefRating(Scene scene) {
        Chance chance = scene.chance();
        rating(scene, RelationshipInstrument.BRIEF_INSPIRE, scene.picture().worker.person())
                .with("given", RatingGiven.ALONE)
                .with("sharedWithWorker", chance.percent(40))
                .with("answers", Answers.items("B", 5, chance, item -> chance.between(0, 4)));
    }

    /** How far a goal was reached, by the person's own measure. */
    static void attainment(Scene scene) {
        Chance chance = scene.chance();
        scene.add("MEASURE")
                .with("measureId", chance.id())
                .with("measure", "IOM_GA")
                .with("goalId", chance.oneOf(scene.picture().underWay()).id)
                .with("answers", Body.of("GA", chance.between(-2, 2)));
    }
}
