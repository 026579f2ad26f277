package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Phrase;
import org.refocusrecord.events.careaction.ActionOutcome;
import org.refocusrecord.events.careaction.Because;
import org.refocusrecord.events.careaction.Focus;
import org.refocusrecord.events.careaction.PersonsView;

import java.util.List;
import java.util.UUID;

/** Actions of the care plan outside any goal. */
final class CareActions {

    private CareActions() {}

    static void add(Scene scene) {
        Chance chance = scene.chance();
        UUID action = chance.id();
        scene.add("CARE_ACTION_ADDED")
                .with("actionId", action)
                .with("description", scene.puts(Phrase.ACTION))
                .with("responsible", Responsibility.ofAction(scene))
                .with("focus", focus(chance))
                .with("arisesFrom", chance.percent(30) ? scene.sources() : null)
                .with("because", chance.percent(60) ? because(chance) : null)
                .with("personsView", chance.percent(50) ? view(chance) : null);
        scene.picture().actions.add(action);
    }

    static void change(Scene scene) {
        Chance chance = scene.chance();
        Body entry =
                scene.add("CARE_ACTION_CHANGED")
                        .with("actionId", chance.oneOf(scene.picture().actions));
        if (chance.percent(50)) {
            entry.with("responsible", Responsibility.ofAction(scene));
        } else {
            entry.with("description", scene.puts(Phrase.ACTION));
        }
        entry.with("decidedBy", scene.someOfUs()).with("reason", scene.mayPut(Phrase.REASON, 40));
    }

    static void remove(Scene scene) {
        Chance chance = scene.chance();
        UUID action = chance.oneOf(scene.picture().actions);
        ActionOutcome outcome = chance.oneOf(List.of(ActionOutcome.values()));
        Body entry =
                scene.add("CARE_ACTION_REMOVED").with("actionId", action).with("outcome", outcome);
        if (outcome == ActionOutcome.DONE && chance.percent(60)) {
            entry.with("doneBy", Responsibility.ofAction(scene));
        }
        entry.with("decidedBy", scene.someOfUs())
                .with("personsView", chance.percent(40) ? view(chance) : null)
                .with("reason", scene.mayPut(Phrase.REASON, 20));
        scene.picture().actions.remove(action);
    }

    static Focus focus(Chance chance) {
        return chance.oneOf(List.of(Focus.values()));
    }

    static Because because(Chance chance) {
        return chance.oneOf(List.of(Because.values()));
    }

    static PersonsView view(Chance chance) {
        return chance.oneOf(List.of(PersonsView.values()));
    }
}
