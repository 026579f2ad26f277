package org.refocusrecord.query.notices;

/** What may be odd. */
public enum NoticeCode {
    /** A member of staff is not on the roster of the case's team that day. */
    STAFF_NOT_ON_ROSTER("staff.not-on-roster"),
    /** A session before opening, or after closure and before reopening. */
    CASE_NOT_OPEN("case.not-open"),
    /** A contract agreed while another of the same person and worker is open. */
    CONTRACT_ANOTHER_OPEN("contract.another-open"),
    /** An entry names a contract after its end. */
    CONTRACT_ENDED("contract.ended"),
    /** A step or review while the goal is on hold, completed or cancelled. */
    GOAL_NOT_ACTIVE("goal.not-active"),
    /** An entry names something after its withdrawal or removal. */
    ITEM_WITHDRAWN("item.withdrawn"),
    /** A session that needed a late reason. */
    ENTRY_LATE("entry.late"),
    /** An entry or session that was amended or marked in error. */
    ENTRY_CORRECTED("entry.corrected"),
    /** A declared gap; of a team, never of a case. */
    TEAM_DATA_GAP("team.data-gap");

    private final String code;

    NoticeCode(String code) {
        this.code = code;
    }

    /** The code as it is shown. */
    public String code() {
        return code;
    }
}
