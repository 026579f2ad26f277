package org.refocusrecord.query.record;

import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;

import java.time.LocalDate;

/** Who was in which team on which day: what cases ask of teams. */
@FunctionalInterface
public interface Rosters {

    /** Whether a worker was on a team's roster on a day, in any role. */
    boolean has(TeamId team, WorkerId worker, LocalDate day);
}
