package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.events.workingpractice.GoalPhase;

import java.util.List;
import java.util.UUID;

/** Working practice 3: supporting goal-striving, in its four steps. */
final class GoalTalk {

    private GoalTalk() {}

    /** The first conversation: goals are voiced, and one is set. */
    static void hold(Scene scene) {
        Chance chance = scene.chance();
        Body entry = talk(scene, GoalPhase.IDENTIFY_GOALS);
        GoalNow set = Goals.setTogether(scene, chance.id());
        List<UUID> goals = List.of(set.id);
        if (chance.percent(45)) {
            GoalNow voiced = Goals.voiceAnother(scene);
            goals = List.of(set.id, voiced.id);
        }
        entry.with("goals", goals);
        if (chance.percent(50)) {
            Steps.plan(scene);
        }
    }

    /** A later conversation about goals that are under way. */
    static void again(Scene scene) {
        Chance chance = scene.chance();
        GoalPhase phase =
                chance.oneOf(
                        GoalPhase.PLAN_ACTIONS,
                        GoalPhase.IMPLEMENT_PLAN,
                        GoalPhase.REVIEW_PROGRESS);
        GoalNow goal = chance.oneOf(scene.picture().underWay());
        talk(scene, phase).with("goals", List.of(goal.id));
        boolean steps = !scene.picture().openSteps().isEmpty();
        if (phase == GoalPhase.REVIEW_PROGRESS) {
            Goals.review(scene);
        } else if (phase == GoalPhase.IMPLEMENT_PLAN && steps) {
            Steps.state(scene);
        } else {
            Steps.plan(scene);
        }
    }

    private static Body talk(Scene scene, GoalPhase phase) {
        return scene.talk("GOAL_CONVERSATION")
                .with("phase", phase)
                .with("styles", ValuesTalk.styles(scene.chance()))
                .with("ledBy", ValuesTalk.ledBy(scene.chance()))
                .with("minutes", 5 * scene.chance().between(3, 10));
    }
}
