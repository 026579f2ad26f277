package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.trial.Phrase;

import java.util.List;
import java.util.UUID;

/** A mind that changed: what was told holds otherwise, or no longer. */
final class ChangesOfMind {

    private ChangesOfMind() {}

    static void value(Scene scene) {
        change(scene, "VALUE", "valueId", scene.picture().values, Phrase.VALUE);
    }

    static void preference(Scene scene) {
        change(scene, "PREFERENCE", "preferenceId", scene.picture().preferences, Phrase.PREFERENCE);
    }

    static void strength(Scene scene) {
        change(scene, "STRENGTH", "strengthId", scene.picture().strengths, Phrase.STRENGTH);
    }

    static void aspiration(Scene scene) {
        change(scene, "ASPIRATION", "aspirationId", scene.picture().aspirations, Phrase.ASPIRATION);
    }

    private static void change(
            Scene scene, String item, String idName, List<UUID> known, Phrase phrase) {
        UUID id = scene.chance().oneOf(known);
        boolean withdrawn = scene.chance().percent(35);
        scene.add(item + (withdrawn ? "_WITHDRAWN" : "_CHANGED"))
                .with(idName, id)
                .with("statement", withdrawn ? null : scene.says(phrase))
                .with("reason", scene.mayPut(Phrase.REASON, 40));
        if (withdrawn) {
            known.remove(id);
        }
    }
}
