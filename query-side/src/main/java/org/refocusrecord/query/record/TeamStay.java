package org.refocusrecord.query.record;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.TeamId;

import java.time.LocalDate;

/**
 * A time for which a case belonged to a team.
 *
 * @param from the first day
 * @param to the last day; null while it lasts
 */
public record TeamStay(TeamId teamId, LocalDate from, @Nullable LocalDate to) {

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
