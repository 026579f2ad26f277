package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.cases.GoalNow.StepNow;
import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Phrase;
import org.refocusrecord.events.goal.DrawsOn;

import java.util.List;

/** Steps towards goals. */
final class Steps {

    private Steps() {}

    static void plan(Scene scene) {
        Chance chance = scene.chance();
        List<GoalNow> open = scene.picture().goals.stream().filter(goal -> goal.open).toList();
        GoalNow goal = chance.oneOf(open);
        StepNow step = new StepNow(chance.id());
        Body entry =
                scene.add("GOAL_STEP_PLANNED")
                        .with("goalId", goal.id)
                        .with("stepId", step.id)
                        .with("description", scene.puts(Phrase.STEP));
        if (!scene.isOwnDoor()) {
            entry.with("responsible", Responsibility.ofStep(scene))
                    .with("personsView", chance.percent(40) ? CareActions.view(chance) : null);
        }
        entry.with("focus", chance.percent(60) ? CareActions.focus(chance) : null)
                .with("because", chance.percent(40) ? CareActions.because(chance) : null)
                .with("arisesFrom", scene.sources())
                .with("drawsOn", drawsOn(chance))
                .with("dueOn", scene.day().plusDays(chance.between(7, 60)));
        goal.steps.add(step);
    }

    private static List<DrawsOn> drawsOn(Chance chance) {
        return chance.some(List.of(DrawsOn.values()), chance.between(0, 2));
    }

    static void change(Scene scene) {
        Chance chance = scene.chance();
        StepNow step = chance.oneOf(scene.picture().openSteps());
        Body entry = scene.add("GOAL_STEP_CHANGED").with("stepId", step.id);
        if (chance.percent(60)) {
            entry.with("responsible", Responsibility.ofStep(scene));
        } else {
            entry.with("description", scene.puts(Phrase.STEP));
        }
        entry.with("dueOn", chance.percent(40) ? scene.day().plusDays(30) : null)
                .with("decidedBy", scene.someOfUs())
                .with("reason", scene.mayPut(Phrase.REASON, 30));
    }

    static void state(Scene scene) {
        Chance chance = scene.chance();
        StepNow step = chance.oneOf(scene.picture().openSteps());
        boolean begins = !step.started && chance.percent(40);
        String status = begins ? "STARTED" : chance.oneOf("DONE", "DONE", "NOT_DONE", "LET_GO");
        Body entry = scene.add("GOAL_STEP_STATUS").with("stepId", step.id).with("status", status);
        boolean done = status.equals("DONE");
        if (done && !scene.isOwnDoor()) {
            entry.with("doneBy", chance.percent(80) ? Responsibility.ofStep(scene) : null);
        }
        entry.with("decidedBy", scene.isOwnDoor() ? null : scene.together())
                .with("on", done ? scene.day().minusDays(chance.between(0, 6)) : null)
                .with("reason", done ? null : scene.mayPut(Phrase.REASON, 50));
        step.started = true;
        step.open = begins;
    }
}
