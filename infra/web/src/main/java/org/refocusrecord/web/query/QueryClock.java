package org.refocusrecord.web.query;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.web.json.Instants;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * What days mean in a query, at one moment of the service's clock and in its zone.
 *
 * @param now the moment of the request
 * @param zone the zone in which days are days
 */
public record QueryClock(Instant now, ZoneId zone) {

    /** The moment of a text; a day means its end, and today's end is now. */
    public @Nullable Instant end(String text) {
        LocalDate day = Instants.day(text);
        if (day == null) {
            return instant(text);
        }
        return day.equals(LocalDate.ofInstant(now, zone))
                ? now
                : day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
    }

    /** The moment of a text; a day means its beginning. */
    @Nullable Instant beginning(String text) {
        LocalDate day = Instants.day(text);
        return day == null ? instant(text) : day.atStartOfDay(zone).toInstant();
    }

    /** A plus sign that was not escaped has become a blank on its way. */
    private static @Nullable Instant instant(String text) {
        return Instants.instant(text.replace(' ', '+'));
    }
}
