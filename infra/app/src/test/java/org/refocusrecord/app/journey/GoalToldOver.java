package org.refocusrecord.app.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One goal: the person voices it, a worker sets it for the person, the person agrees by an own act,
 * its step moves from staff to both, the goal is amended, the amendment is found in error, and the
 * session in which it was set is found to have been on another day.
 */
final class GoalToldOver {

    final Story story;
    final String goal = Story.id();
    final String step = Story.id();

    /** When each part of the story was recorded. */
    final Map<String, String> recordedAt = new LinkedHashMap<>();

    final Body set =
            Entries.goalSet(goal, "To cook.")
                    .with(
                            "acceptance",
                            List.of(Map.of("party", "SERVICE_USER", "answer", "PENDING")));
    final Body session;
    final Body amendment = Story.amendment(set.text("entryId"), set.with("statement", "To bake."));
    final Body mark = Story.mark(amendment.text("commandId"));

    GoalToldOver() {
        this(Story.begun());
    }

    /** The goal of this person. */
    GoalToldOver(Story story) {
        this.story = story;
        this.session =
                story.session(
                        "2011-03-14T10:00:00Z", set, Entries.stepPlanned(goal, step, "STAFF"));
    }

    /** Tells all of it. */
    GoalToldOver all() {
        told("voiced", story.own("2011-02-14T10:00:00Z", Entries.goalVoiced(goal, "To cook.")));
        told("set for the person", story.post(session));
        told(
                "agreed",
                story.own(
                        "2011-04-04T10:00:00Z",
                        Entries.entry("GOAL_ACCEPTANCE", "goalId", goal, "answer", "AGREE")));
        told("step shared", story.post(story.session("2011-05-09T10:00:00Z", shared())));
        told("amended", story.correct(amendment));
        told("taken back", story.correct(mark));
        Body moved =
                session.without("sessionId", "entries").with("occurredAt", "2011-03-21T10:00:00Z");
        told("session moved", story.correct(Story.amendment(session.text("sessionId"), moved)));
        return this;
    }

    private Body shared() {
        return Entries.entry(
                "GOAL_STEP_CHANGED",
                "stepId",
                step,
                "responsible",
                List.of("STAFF", "SERVICE_USER"),
                "decidedBy",
                List.of("SERVICE_USER"),
                "reason",
                "So it was agreed.");
    }

    private void told(String what, Answer answer) {
        recordedAt.put(what, answer.recorded().text("/recordedAt"));
    }
}
