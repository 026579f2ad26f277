package org.refocusrecord.query.responsibility;

/** What is counted, and by whom. */
public enum By {
    /** What is in the plan and under way, by who is responsible now. */
    CURRENT,
    /** All that was ever planned or added, by who was responsible first. */
    PLANNED,
    /** What was done, by who did it, else by who was responsible. */
    DONE
}
