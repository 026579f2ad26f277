package org.refocusrecord.events.coaching;

/** Coaching skills. */
public enum Skill {
    CONTRACTING,
    EXQUISITE_LISTENING,
    POWERFUL_QUESTIONS,
    CHALLENGE_AND_CONFRONT,
    GOAL_SETTING_AND_STRIVING,
    FEEDBACK
}
