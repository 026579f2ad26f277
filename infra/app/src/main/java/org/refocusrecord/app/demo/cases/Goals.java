package org.refocusrecord.app.demo.cases;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Phrase;
import org.refocusrecord.events.goal.AcceptanceAnswer;
import org.refocusrecord.events.goal.AcceptanceHow;
import org.refocusrecord.events.goal.Concern;
import org.refocusrecord.events.goal.GoalProgress;
import org.refocusrecord.events.goal.HelpWanted;
import org.refocusrecord.events.goal.Orientation;
import org.refocusrecord.events.goal.Whose;

import java.util.List;
import java.util.UUID;

/** Goals: voiced, set by the person, together, or by staff "for" the person, and what follows. */
final class Goals {

    private Goals() {}

    static void voice(Scene scene) {
        voiceAnother(scene);
    }

    static GoalNow voiceAnother(Scene scene) {
        GoalNow goal = new GoalNow(scene.chance().id());
        scene.add("GOAL_VOICED")
                .with("goalId", goal.id)
                .with("statement", scene.says(Phrase.GOAL))
                .with("helpWanted", scene.chance().oneOf(List.of(HelpWanted.values())));
        scene.picture().goals.add(goal);
        return goal;
    }

    /** A voiced goal is taken up; some never are. */
    static void takeUp(Scene scene) {
        GoalNow voiced = scene.chance().oneOf(scene.picture().voiced());
        scene.picture().goals.remove(voiced);
        setTogether(scene, voiced.id);
    }

    static GoalNow setTogether(Scene scene, UUID id) {
        Chance chance = scene.chance();
        boolean how = chance.percent(80);
        Body agreed =
                Body.of("party", Scene.ONESELF)
                        .with("answer", AcceptanceAnswer.AGREE)
                        .with("how", how ? chance.oneOf(spoken()) : null);
        set(scene, id, chance.oneOf(Whose.PERSON, Whose.PERSON, Whose.SHARED))
                .with("statement", scene.says(Phrase.GOAL))
                .with("proposedBy", chance.percent(75) ? Scene.ONESELF : scene.worker())
                .with("setBy", scene.together())
                .with("acceptance", List.of(agreed))
                .with("orientation", orientation(chance))
                .with("arisesFrom", scene.sources())
                .with("importance", chance.percent(60) ? chance.between(2, 5) : null)
                .with("confidence", chance.percent(60) ? chance.between(2, 10) : null)
                .with("reviewDueOn", scene.day().plusDays(chance.between(40, 120)));
        return nowSet(scene, id, true);
    }

    /** A goal that staff set "for" the person: who agreed is asked, or is not. */
    static void setByStaff(Scene scene) {
        Chance chance = scene.chance();
        UUID id = chance.id();
        Body asked =
                Body.of("party", Scene.ONESELF)
                        .with(
                                "answer",
                                chance.oneOf(
                                        AcceptanceAnswer.PENDING,
                                        AcceptanceAnswer.NOT_ASKED,
                                        AcceptanceAnswer.DISAGREE));
        set(scene, id, chance.oneOf(Whose.SERVICE, Whose.SHARED, Whose.LEGAL_DUTY, Whose.CARER))
                .with("statement", scene.puts(Phrase.GOAL_OF_STAFF))
                .with("proposedBy", scene.worker())
                .with("setBy", scene.workerOnly())
                .with("acceptance", chance.percent(80) ? List.of(asked) : null)
                .with("orientation", chance.oneOf(Orientation.AVOIDANCE, Orientation.UNCLEAR));
        nowSet(scene, id, false);
    }

    /** A goal that the person sets alone. */
    static void setByOneself(Scene scene) {
        UUID id = scene.chance().id();
        set(scene, id, Whose.PERSON)
                .with("statement", scene.says(Phrase.GOAL))
                .with("importance", scene.chance().between(3, 5))
                .with("confidence", scene.chance().between(2, 10));
        nowSet(scene, id, true);
    }

    private static Body set(Scene scene, UUID id, Whose whose) {
        return scene.add("GOAL_SET").with("goalId", id).with("whose", whose);
    }

    private static GoalNow nowSet(Scene scene, UUID id, boolean agreed) {
        GoalNow goal = new GoalNow(id);
        goal.set = true;
        goal.agreed = agreed;
        scene.picture().goals.add(goal);
        return goal;
    }

    static void agree(Scene scene) {
        Chance chance = scene.chance();
        GoalNow goal = chance.oneOf(scene.picture().notAgreed());
        boolean yes = chance.percent(75);
        scene.add("GOAL_ACCEPTANCE")
                .with("goalId", goal.id)
                .with("party", scene.oneself())
                .with("answer", yes ? AcceptanceAnswer.AGREE : AcceptanceAnswer.DISAGREE)
                .with("how", scene.isOwnDoor() ? null : chance.oneOf(spoken()))
                .with("reason", yes ? null : scene.says(Phrase.DISAGREEMENT));
        goal.agreed = yes;
    }

    static void concern(Scene scene) {
        Chance chance = scene.chance();
        scene.add("GOAL_CONCERN")
                .with("goalId", chance.oneOf(scene.picture().underWay()).id)
                .with("by", scene.isOwnDoor() ? null : scene.worker())
                .with("concern", chance.oneOf(List.of(Concern.values())))
                .with("words", scene.puts(Phrase.CONCERN))
                .with("whatWouldHelp", scene.mayPut(Phrase.WOULD_HELP, 60));
    }

    static void change(Scene scene) {
        Chance chance = scene.chance();
        GoalNow goal = chance.oneOf(scene.picture().underWay());
        scene.add("GOAL_CHANGED")
                .with("goalId", goal.id)
                .with("statement", scene.says(Phrase.GOAL))
                .with("whose", chance.percent(25) ? Whose.SHARED : null)
                .with("decidedBy", scene.together())
                .with("reason", scene.mayPut(Phrase.REASON, 30));
    }

    /** A goal rests, goes on, is completed or given up: neutral facts, all four. */
    static void state(Scene scene) {
        Chance chance = scene.chance();
        GoalNow goal = chance.oneOf(scene.picture().underWay());
        String status = chance.oneOf("ACTIVE", "ON_HOLD", "COMPLETED", "CANCELLED");
        scene.add("GOAL_STATUS")
                .with("goalId", goal.id)
                .with("status", status)
                .with("decidedBy", scene.someOfUs())
                .with("personsView", chance.percent(40) ? CareActions.view(chance) : null)
                .with("reason", scene.mayPut(Phrase.REASON, 40));
        goal.open = status.equals("ACTIVE") || status.equals("ON_HOLD");
    }

    static void review(Scene scene) {
        Chance chance = scene.chance();
        GoalNow goal = chance.oneOf(scene.picture().underWay());
        boolean own = scene.isOwnDoor() || chance.percent(60);
        scene.add("GOAL_REVIEW")
                .with("goalId", goal.id)
                .with("accordingTo", own ? scene.oneself() : scene.worker())
                .with("progress", chance.oneOf(List.of(GoalProgress.values())))
                .with("attainment", attainment(own, chance))
                .with("note", scene.mayPut(Phrase.NOTE, 60));
    }

    private static @Nullable Integer attainment(boolean own, Chance chance) {
        return own && chance.percent(50) ? chance.between(-2, 2) : null;
    }

    private static List<AcceptanceHow> spoken() {
        return List.of(AcceptanceHow.SPOKEN, AcceptanceHow.SIGNED, AcceptanceHow.REPORTED);
    }

    private static Orientation orientation(Chance chance) {
        return chance.percent(75)
                ? Orientation.APPROACH
                : chance.oneOf(Orientation.AVOIDANCE, Orientation.UNCLEAR);
    }
}
