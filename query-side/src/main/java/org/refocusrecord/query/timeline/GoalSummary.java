package org.refocusrecord.query.timeline;

import org.refocusrecord.events.goal.GoalAcceptanceGiven;
import org.refocusrecord.events.goal.GoalActivated;
import org.refocusrecord.events.goal.GoalCancelled;
import org.refocusrecord.events.goal.GoalChanged;
import org.refocusrecord.events.goal.GoalCompleted;
import org.refocusrecord.events.goal.GoalConcernRaised;
import org.refocusrecord.events.goal.GoalEvent;
import org.refocusrecord.events.goal.GoalPutOnHold;
import org.refocusrecord.events.goal.GoalReviewed;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalStatusStated;
import org.refocusrecord.events.goal.GoalStepChanged;
import org.refocusrecord.events.goal.GoalStepDone;
import org.refocusrecord.events.goal.GoalStepLetGo;
import org.refocusrecord.events.goal.GoalStepNotDone;
import org.refocusrecord.events.goal.GoalStepPlanned;
import org.refocusrecord.events.goal.GoalStepStarted;
import org.refocusrecord.events.goal.GoalStepStatusStated;
import org.refocusrecord.events.goal.GoalVoiced;

/** Goals and the steps towards them in a few words. */
final class GoalSummary {

    private GoalSummary() {}

    static String of(GoalEvent event) {
        return switch (event) {
            case GoalVoiced voiced ->
                    Plain.joined("goal voiced", Plain.coded("help wanted:", voiced.helpWanted()));
            case GoalSet set ->
                    Plain.joined(
                            "goal set by " + Plain.people(set.setBy()),
                            "proposed by " + Plain.person(set.proposedBy()),
                            Plain.coded("whose:", set.whose()));
            case GoalChanged changed ->
                    Plain.joined("goal changed", Plain.by("decided by", changed.decidedBy()));
            case GoalAcceptanceGiven given ->
                    Plain.joined(
                            "goal answered by " + Plain.person(given.party()),
                            Plain.code(given.answer()));
            case GoalConcernRaised raised ->
                    Plain.joined(
                            "concern of " + Plain.person(raised.by()),
                            Plain.coded("about", raised.concern()));
            case GoalReviewed reviewed ->
                    Plain.joined(
                            "goal looked at again",
                            Plain.code(reviewed.progress()),
                            "according to " + Plain.person(reviewed.accordingTo()));
            case GoalStepPlanned planned ->
                    Plain.joined("step planned", Plain.by("responsible:", planned.responsible()));
            case GoalStepChanged changed ->
                    Plain.joined(
                            "step changed",
                            Plain.by("responsible:", changed.responsible()),
                            Plain.by("decided by", changed.decidedBy()));
            case GoalStatusStated stated ->
                    Plain.joined(status(stated), Plain.by("decided by", stated.decidedBy()));
            case GoalStepStatusStated stated ->
                    Plain.joined(status(stated), Plain.by("done by", stated.doneBy()));
        };
    }

    private static String status(GoalStatusStated stated) {
        return switch (stated) {
            case GoalActivated _ -> "goal active";
            case GoalPutOnHold _ -> "goal put on hold";
            case GoalCompleted _ -> "goal completed";
            case GoalCancelled _ -> "goal cancelled";
        };
    }

    private static String status(GoalStepStatusStated stated) {
        return switch (stated) {
            case GoalStepStarted _ -> "step started";
            case GoalStepDone _ -> "step done";
            case GoalStepNotDone _ -> "step not done";
            case GoalStepLetGo _ -> "step let go";
        };
    }
}
