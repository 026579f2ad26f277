package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Phrase;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.coaching.Challenge;
import org.refocusrecord.events.coaching.Competency;
import org.refocusrecord.events.coaching.Skill;

import java.util.List;
import java.util.UUID;

/** Coaching: a contract in the person's own words, and the conversations under it. */
final class Coaching {

    private Coaching() {}

    static void agree(Scene scene) {
        Chance chance = scene.chance();
        UUID contract = chance.id();
        boolean full = chance.percent(60);
        scene.add("COACHING_CONTRACT_AGREED")
                .with("contractId", contract)
                .with("worker", scene.worker())
                .with("purpose", scene.says(Phrase.PURPOSE))
                .with("agreedBy", scene.together())
                .with("desiredOutcomes", full ? List.of(scene.says(Phrase.OUTCOME)) : null)
                .with("frequency", full ? scene.says(Phrase.TERMS) : null)
                .with("minutes", full ? 5 * chance.between(4, 12) : null)
                .with("challenge", chance.oneOf(List.of(Challenge.values())))
                .with("feedback", full ? scene.mayPut(Phrase.TERMS, 50) : null)
                .with("confidentialityLimits", full ? scene.puts(Phrase.LIMITS) : null)
                .with("reviewDueOn", scene.day().plusDays(90));
        scene.picture().contract = contract;
        scene.picture().contractWith = scene.worker();
    }

    static void converse(Scene scene) {
        Chance chance = scene.chance();
        scene.talk("COACHING_CONVERSATION")
                .with("contractId", scene.picture().contract)
                .with("styles", ValuesTalk.styles(chance))
                .with("competencies", chance.some(List.of(Competency.values()), 2))
                .with("skills", chance.some(List.of(Skill.values()), chance.between(0, 3)))
                .with("outcomeAgreed", chance.percent(70) ? scene.says(Phrase.OUTCOME) : null)
                .with("minutes", 5 * chance.between(3, 12))
                .with("accordingTo", chance.oneOf(Scene.ONESELF, scene.worker()));
    }

    static void review(Scene scene) {
        scene.add("COACHING_CONTRACT_REVIEWED")
                .with("contractId", scene.picture().contract)
                .with("accordingTo", scene.chance().oneOf(Scene.ONESELF, scene.worker()))
                .with("outcome", scene.puts(Phrase.NOTE));
    }

    /** Both agree new terms; the worker of a contract never changes, whoever is there today. */
    static void amend(Scene scene) {
        Person with = scene.picture().contractWith;
        if (with == null || !with.equals(scene.worker())) {
            review(scene);
            return;
        }
        scene.add("COACHING_CONTRACT_AMENDED")
                .with("contractId", scene.picture().contract)
                .with("frequency", scene.says(Phrase.TERMS))
                .with("agreedBy", List.of(Scene.ONESELF, with));
    }

    static void end(Scene scene) {
        scene.add("COACHING_CONTRACT_ENDED")
                .with("contractId", scene.picture().contract)
                .with("endedBy", scene.oneself());
        scene.picture().contract = null;
    }
}
