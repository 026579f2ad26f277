package org.refocusrecord.web.query;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.web.json.Instants;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What days mean in a query, at one moment of the service's clock and in its zone.
 *
 * @param now the moment of the request
 * @param zone the zone in which days are days
 */
public record QueryClock(Instant now, ZoneId zone) {

    /** The moment of a text; a day means its end, and today's end is now. */
    public @Nullable Instant end(String text) {
        return LocalDate.ofInstant(now, zone).equals(Instants.day(text)) ? now : end(text, zone);
    }

    /** The moment of a text; a day means its end in a zone. Null: it is neither. */
    public static @Nullable Instant end(String text, ZoneId zone) {
        LocalDate day = Instants.day(text);
        return day == null
                ? instant(text)
                : day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
    }

    /** The moment of a text; a day means its beginning. */
    @Nullable Instant beginning(String text) {
        LocalDate day = Instants.day(text);
        return day == null ? instant(text) : day.atStartOfDay(zone).toInstant();
    }

    /** Whether a value is a moment, a day, or several days, that nobody can mean. */
    boolean isTooEarly(Object value) {
        return switch (value) {
            case Instant moment -> Instants.isTooEarly(moment, zone);
            case LocalDate day -> Instants.isTooEarly(day);
            case List<?> several -> several.stream().anyMatch(this::isTooEarly);
            default -> false;
        };
    }

    /** A plus sign that was not escaped has become a blank on its way. */
    private static @Nullable Instant instant(String text) {
        return Instants.instant(text.replace(' ', '+'));
    }
}
