package org.refocusrecord.web.reading;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.web.json.Instants;
import org.refocusrecord.web.json.JsonPlace;
import org.refocusrecord.web.problem.ProblemCode;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Reads instants and days: none before 1900, and what happened not in the future. */
final class Times {

    private static final Duration GRACE = Duration.ofMinutes(5);
    private static final int DAYS_OF_GRACE = 1;

    private final ReadingContext context;
    private final Faults faults;

    Times(ReadingContext context, Faults faults) {
        this.context = context;
        this.faults = faults;
    }

    @Nullable Instant instant(JsonPlace at, JsonNode node, boolean happened) {
        Instant instant = node.isString() ? Instants.instant(node.stringValue()) : null;
        if (instant == null) {
            faults.add(
                    at,
                    ProblemCode.FIELD_WRONG_TYPE,
                    "An instant like 2012-03-14T10:00:00Z is expected: with a zone or offset, and"
                            + " at most six digits of a second.");
            return null;
        }
        if (Instants.isTooEarly(instant, context.zone())) {
            faults.add(at, ProblemCode.TIME_TOO_EARLY);
        } else if (happened && instant.isAfter(context.receivedAt().plus(GRACE))) {
            faults.add(at, ProblemCode.TIME_IN_FUTURE);
        }
        return instant;
    }

    @Nullable LocalDate day(JsonPlace at, JsonNode node, boolean happened) {
        LocalDate day = node.isString() ? Instants.day(node.stringValue()) : null;
        if (day == null) {
            faults.add(at, ProblemCode.FIELD_WRONG_TYPE, "A day like 2012-03-14 is expected.");
            return null;
        }
        LocalDate today = LocalDate.ofInstant(context.receivedAt(), context.zone());
        if (Instants.isTooEarly(day)) {
            faults.add(at, ProblemCode.TIME_TOO_EARLY);
        } else if (happened && day.isAfter(today.plusDays(DAYS_OF_GRACE))) {
            faults.add(at, ProblemCode.TIME_IN_FUTURE);
        }
        return day;
    }
}
