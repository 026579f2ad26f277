package org.refocusrecord.bench;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A plan that is asked for.
 *
 * @param asOf as it stood at the end of that day; null: as it stands
 * @param knownAt as it was known then; null: as it is known
 */
record PastPlan(CaseId caseId, @Nullable LocalDate asOf, @Nullable Instant knownAt) {

    static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** How a plan is asked for. */
    enum Clock {
        LATEST("latest"),
        AS_OF("as of a past day"),
        AS_KNOWN("as of that day, as known once");

        private final String words;

        Clock(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    String path() {
        StringBuilder path = new StringBuilder("/cases/" + caseId + "/care-plan");
        if (asOf != null) {
            path.append("?asOf=").append(asOf);
        }
        if (knownAt != null) {
            path.append(asOf == null ? '?' : '&').append("knownAt=").append(knownAt);
        }
        return path.toString();
    }

    /** The last moment of the day; null: no bound. */
    @Nullable Instant happened() {
        return asOf == null
                ? null
                : asOf.plusDays(1).atStartOfDay(ZONE).toInstant().minus(1, ChronoUnit.MICROS);
    }
}
