package org.refocusrecord.query.record;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.casefile.DeathNoted;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;

import java.time.LocalDate;

/**
 * How long a record is kept at the least: 20 years after care ended, 10 years after a death. While
 * care is open, or open again, nothing is due. A review becomes due, never a deletion.
 *
 * @param careEndedOn the last day of care
 * @param diedOn when the person died, if that is known
 * @param reviewDueOn when somebody has to look at it
 */
public record Retention(
        CaseId caseId,
        @Nullable LocalDate careEndedOn,
        @Nullable LocalDate diedOn,
        @Nullable LocalDate reviewDueOn) {

    private static final int YEARS_AFTER_CARE = 20;
    private static final int YEARS_AFTER_DEATH = 10;

    /** How long the record is kept, as of a day. */
    public static Retention of(Line line, LocalDate day) {
        LocalDate ended = CareTimes.of(line).endedOn(day);
        LocalDate died = diedOn(line);
        return new Retention(line.caseId(), ended, died, due(ended, died));
    }

    private static @Nullable LocalDate due(@Nullable LocalDate ended, @Nullable LocalDate died) {
        if (ended == null) {
            return null;
        }
        return died == null ? ended.plusYears(YEARS_AFTER_CARE) : died.plusYears(YEARS_AFTER_DEATH);
    }

    private static @Nullable LocalDate diedOn(Line line) {
        for (Fact fact : line.facts().reversed()) {
            if (fact.isLive() && fact.event() instanceof DeathNoted noted) {
                return noted.on();
            }
        }
        return null;
    }
}
