package org.refocusrecord.query.responsibility;

import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.careaction.ActionOutcome;
import org.refocusrecord.events.careaction.CareActionAdded;
import org.refocusrecord.events.careaction.CareActionChanged;
import org.refocusrecord.events.careaction.CareActionRemoved;
import org.refocusrecord.events.goal.GoalActivated;
import org.refocusrecord.events.goal.GoalPutOnHold;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalStatusStated;
import org.refocusrecord.events.goal.GoalStepChanged;
import org.refocusrecord.events.goal.GoalStepDone;
import org.refocusrecord.events.goal.GoalStepPlanned;
import org.refocusrecord.events.goal.GoalStepStarted;
import org.refocusrecord.events.goal.GoalStepStatusStated;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The goal steps and care actions of one case, each with who was responsible for it. */
public final class Responsibilities {

    private final Line line;
    private final Map<UUID, Undertaking> undertakings = new LinkedHashMap<>();
    private final Set<GoalId> ended = new HashSet<>();

    private Responsibilities(Line line) {
        this.line = line;
    }

    /** What was undertaken, as the line tells it, in the order in which it came up. */
    public static List<Responsibility> of(Line line) {
        Responsibilities all = new Responsibilities(line);
        List<Fact> live = line.live();
        live.forEach(all::bring);
        live.forEach(all::after);
        return all.undertakings.values().stream().map(each -> each.row(all.ended)).toList();
    }

    private void bring(Fact fact) {
        switch (fact.event()) {
            case GoalStepPlanned step ->
                    undertakings.put(
                            step.stepId().value(), Undertaking.step(step, fact, line.zone()));
            case CareActionAdded action ->
                    undertakings.put(
                            action.actionId().value(),
                            Undertaking.action(action, fact, line.zone()));
            default -> {}
        }
    }

    private void after(Fact fact) {
        switch (fact.event()) {
            case GoalStepChanged changed ->
                    at(fact, changed.stepId()).responsibleNow(changed.responsible());
            case GoalStepDone done -> at(fact, done.stepId()).done(fact, done.doneBy(), done.on());
            case GoalStepStarted started -> at(fact, started.stepId()).openAgain();
            case GoalStepStatusStated stated -> at(fact, stated.stepId()).givenUp();
            case CareActionChanged changed ->
                    at(fact, changed.actionId()).responsibleNow(changed.responsible());
            case CareActionRemoved removed when removed.outcome() == ActionOutcome.DONE ->
                    at(fact, removed.actionId()).done(fact, removed.doneBy(), null);
            case CareActionRemoved removed -> at(fact, removed.actionId()).givenUp();
            case GoalSet set -> ended.remove(set.goalId());
            case GoalActivated activated -> ended.remove(activated.goalId());
            case GoalPutOnHold held -> ended.remove(held.goalId());
            case GoalStatusStated stated -> ended.add(stated.goalId());
            default -> {}
        }
    }

    private Undertaking at(Fact fact, Id id) {
        Undertaking undertaking = undertakings.get(id.value());
        if (undertaking == null) {
            throw new IllegalStateException(
                    "event " + fact.recorded().eventId() + " names what no entry brings: " + id);
        }
        return undertaking;
    }
}
