package org.refocusrecord.web.json;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** Instants and days as they stand in JSON and in queries. */
public final class Instants {

    private static final DateTimeFormatter SIX_DIGITS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** More than six digits only where the rest are noughts: nothing that was sent is cut off. */
    private static final Pattern RFC_3339 =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6}0{0,3})?(Z|[+-]\\d\\d:\\d\\d)");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private static final int FIRST_YEAR = 1900;

    private Instants() {}

    /** Whether a day is before 1900: then somebody has mistyped it. */
    public static boolean isTooEarly(LocalDate day) {
        return day.getYear() < FIRST_YEAR;
    }

    /** The same of a moment, by the days of a zone. */
    public static boolean isTooEarly(Instant moment, ZoneId zone) {
        return isTooEarly(LocalDate.ofInstant(moment, zone));
    }

    /** In UTC, with six digits. */
    public static String text(Instant instant) {
        return SIX_DIGITS.format(instant.truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * The instant of an RFC 3339 text with zone or offset, to the microsecond; null: unreadable.
     */
    public static @Nullable Instant instant(String text) {
        try {
            return RFC_3339.matcher(text).matches() ? OffsetDateTime.parse(text).toInstant() : null;
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    /** The day of a text {@code YYYY-MM-DD}; null: unreadable. */
    public static @Nullable LocalDate day(String text) {
        try {
            return DAY.matcher(text).matches() ? LocalDate.parse(text) : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
