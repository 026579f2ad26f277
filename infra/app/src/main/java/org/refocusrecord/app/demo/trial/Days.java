package org.refocusrecord.app.demo.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days and hours at which services meet people. */
public final class Days {

    /** Where the trial took place. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private Days() {}

    /** This day, or the next weekday. */
    public static LocalDate weekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    /** A quarter of an hour of the working day at which a meeting may begin. */
    public static Instant inTheDay(LocalDate day, Chance chance) {
        return at(day, 9, chance.between(0, 30));
    }

    /** An hour at which people write for themselves. */
    public static Instant inTheEvening(LocalDate day, Chance chance) {
        return at(day, 18, chance.between(0, 12));
    }

    private static Instant at(LocalDate day, int hour, int quarters) {
        return day.atTime(hour, 0).plusMinutes(15L * quarters).atZone(ZONE).toInstant();
    }
}
