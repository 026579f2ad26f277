package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Phrase;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.rating.ExperienceGiven;
import org.refocusrecord.events.rating.HowFar;
import org.refocusrecord.events.rating.TookPlace;

import java.util.List;

/** Accounts of meetings, and how people found them. */
final class Accounts {

    private static final int NOT_FOR_ALL = 12;

    private Accounts() {}

    static void account(Scene scene) {
        Chance chance = scene.chance();
        scene.add("ACCOUNT")
                .with(
                        "words",
                        chance.percent(NOT_FOR_ALL)
                                ? Phrase.ACCOUNT.shared(chance, Sharing.WORKER_AND_PERSON)
                                : scene.puts(Phrase.ACCOUNT));
    }

    /** The person's own account; some keep it to themselves. */
    static void ownAccount(Scene scene) {
        Chance chance = scene.chance();
        scene.add("ACCOUNT")
                .with("aboutSessionId", scene.picture().lastSession)
                .with(
                        "words",
                        chance.percent(NOT_FOR_ALL)
                                ? Phrase.OWN_ACCOUNT.shared(chance, Sharing.PERSON_ONLY)
                                : scene.says(Phrase.OWN_ACCOUNT));
    }

    static void experience(Scene scene) {
        Chance chance = scene.chance();
        boolean remembered = chance.percent(85);
        Body entry =
                scene.add("EXPERIENCE")
                        .with("aboutEntryId", scene.picture().lastTalk)
                        .with("given", chance.oneOf(List.of(ExperienceGiven.values())))
                        .with(
                                "tookPlace",
                                remembered
                                        ? TookPlace.YES
                                        : chance.oneOf(TookPlace.NO, TookPlace.UNSURE));
        if (remembered) {
            entry.with("purposeExplained", howFar(chance, 60))
                    .with("helpful", howFar(chance, 65))
                    .with("intrusive", howFar(chance, 12))
                    .with("formForStaff", howFar(chance, 20));
        }
        entry.with("words", chance.percent(50) ? scene.says(Phrase.EXPERIENCE) : null);
    }

    private static HowFar howFar(Chance chance, int yes) {
        return chance.percent(yes)
                ? HowFar.YES
                : chance.oneOf(HowFar.PARTLY, HowFar.NO, HowFar.UNSURE);
    }
}
