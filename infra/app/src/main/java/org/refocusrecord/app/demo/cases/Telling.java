package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Phrase;
import org.refocusrecord.events.workingpractice.AppliesWhen;
import org.refocusrecord.events.workingpractice.PreferenceAnswer;
import org.refocusrecord.events.workingpractice.PreferenceSource;
import org.refocusrecord.events.workingpractice.Recognised;
import org.refocusrecord.events.workingpractice.StrengthDomain;
import org.refocusrecord.events.workingpractice.StrengthNature;
import org.refocusrecord.events.workingpractice.ValueArea;

import java.util.List;
import java.util.UUID;

/** What people tell in passing, outside any conversation about it. */
final class Telling {

    private Telling() {}

    static void value(Scene scene) {
        UUID value = scene.chance().id();
        scene.add("VALUE_TOLD")
                .with("valueId", value)
                .with("area", scene.chance().oneOf(List.of(ValueArea.values())))
                .with("statement", scene.says(Phrase.VALUE));
        scene.picture().values.add(value);
    }

    static void preference(Scene scene) {
        UUID preference = scene.chance().id();
        scene.add("PREFERENCE_TOLD")
                .with("preferenceId", preference)
                .with("source", scene.chance().oneOf(List.of(PreferenceSource.values())))
                .with("appliesWhen", scene.chance().oneOf(List.of(AppliesWhen.values())))
                .with("statement", scene.says(Phrase.PREFERENCE));
        scene.picture().preferences.add(preference);
    }

    static void aspiration(Scene scene) {
        UUID aspiration = scene.chance().id();
        scene.add("ASPIRATION_TOLD")
                .with("aspirationId", aspiration)
                .with("domain", scene.chance().oneOf(List.of(StrengthDomain.values())))
                .with("statement", scene.says(Phrase.ASPIRATION));
        scene.picture().aspirations.add(aspiration);
    }

    /** A strength, new or noticed before by somebody else. */
    static void strength(Scene scene) {
        Chance chance = scene.chance();
        List<UUID> known = scene.picture().strengths;
        boolean again = !known.isEmpty() && chance.percent(40);
        UUID strength = again ? chance.oneOf(known) : chance.id();
        Body entry =
                scene.add("STRENGTH_NOTICED")
                        .with("strengthId", strength)
                        .with("noticedBy", scene.isOwnDoor() ? null : scene.worker())
                        .with("statement", scene.puts(Phrase.STRENGTH))
                        .with("domain", chance.oneOf(List.of(StrengthDomain.values())))
                        .with("nature", chance.oneOf(List.of(StrengthNature.values())));
        if (!scene.isOwnDoor()) {
            entry.with("recognisedByPerson", chance.oneOf(List.of(Recognised.values())));
        }
        if (!again) {
            known.add(strength);
        }
    }

    /** The service says what became of a preference. */
    static void answer(Scene scene) {
        Chance chance = scene.chance();
        PreferenceAnswer answer = chance.oneOf(List.of(PreferenceAnswer.values()));
        scene.add("PREFERENCE_ANSWERED")
                .with("preferenceId", chance.oneOf(scene.picture().preferences))
                .with("answer", answer)
                .with("by", scene.worker())
                .with("reason", answer == PreferenceAnswer.DONE ? null : scene.puts(Phrase.REASON));
    }
}
