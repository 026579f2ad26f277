package org.refocusrecord.query.door;

/** What makes a cohort. */
enum CohortBy {
    MONTH("month", true, false, false),
    TEAM("team", false, true, false),
    ARM("arm", false, false, true),
    TEAM_AND_MONTH("team-month", true, true, false),
    ARM_AND_MONTH("arm-month", true, false, true);

    private final String code;
    private final boolean month;
    private final boolean team;
    private final boolean arm;

    CohortBy(String code, boolean month, boolean team, boolean arm) {
        this.code = code;
        this.month = month;
        this.team = team;
        this.arm = arm;
    }

    boolean month() {
        return month;
    }

    boolean team() {
        return team;
    }

    boolean arm() {
        return arm;
    }

    /** As it stands in a query. */
    @Override
    public String toString() {
        return code;
    }
}
