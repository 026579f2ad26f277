package org.refocusrecord.events.workingpractice;

/** The four steps of goal-striving. */
public enum GoalPhase {
    IDENTIFY_GOALS,
    PLAN_ACTIONS,
    IMPLEMENT_PLAN,
    REVIEW_PROGRESS
}
