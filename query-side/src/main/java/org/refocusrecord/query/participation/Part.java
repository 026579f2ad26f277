package org.refocusrecord.query.participation;

import org.refocusrecord.events.team.DataGapKind;

/** The parts of participation, in the order in which they are shown. */
public enum Part {
    RECOVERY_TRAINING(DataGapKind.RECOVERY_TRAINING),
    COACHING_TRAINING(DataGapKind.COACHING_TRAINING),
    TEAM_REFLECTION(DataGapKind.TEAM_REFLECTION),
    LEADER_REFLECTION(DataGapKind.LEADER_REFLECTION),
    PARTNERSHIP_PROJECT(DataGapKind.PARTNERSHIP_PROJECT),
    PRACTICE_REACH(DataGapKind.CONVERSATIONS);

    private final DataGapKind gap;

    Part(DataGapKind gap) {
        this.gap = gap;
    }

    /** The kind of data gap by which it may be missing. */
    public DataGapKind gap() {
        return gap;
    }
}
