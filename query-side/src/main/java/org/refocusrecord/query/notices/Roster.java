package org.refocusrecord.query.notices;

import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;

import java.time.LocalDate;

/** Who was in which team, when. */
@FunctionalInterface
public interface Roster {

    /** Whether somebody was on a team's roster on a day, in any role. */
    boolean has(TeamId team, Person worker, LocalDate day);
}
