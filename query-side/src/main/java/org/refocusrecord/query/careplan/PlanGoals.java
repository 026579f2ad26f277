package org.refocusrecord.query.careplan;

import org.refocusrecord.events.goal.GoalEvent;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;

import java.util.List;

/** The goals of a plan by themselves. */
public final class PlanGoals {

    private PlanGoals() {}

    /** The goals as the line tells them, in the order in which they came up. */
    public static List<PlanGoal> of(Line line, Include include) {
        GoalsFold goals = new GoalsFold(include);
        for (Fact fact : shown(line, include)) {
            if (fact.event() instanceof GoalEvent event) {
                goals.bring(event, fact);
            }
        }
        for (Fact fact : shown(line, include)) {
            if (fact.event() instanceof GoalEvent event) {
                goals.after(event, fact);
            }
        }
        return goals.goals();
    }

    private static List<Fact> shown(Line line, Include include) {
        return include == Include.ALL ? line.facts() : line.live();
    }
}
