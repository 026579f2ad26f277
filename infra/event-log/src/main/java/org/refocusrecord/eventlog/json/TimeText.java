package org.refocusrecord.eventlog.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The one spelling of moments (UTC, six digits, {@code Z}) and days in everything stored or hashed.
 * Written and read by position, because general date parsing was a tenth of the time that it took
 * to load a record.
 */
public final class TimeText {

    /** The forms: a zero stands for any digit. */
    static final String MOMENT = "0000-00-00T00:00:00.000000Z";

    static final String DAY = "0000-00-00";
    private static final int NANOS_OF_A_MICRO = 1_000;

    private TimeText() {}

    /** Refuses what the form cannot hold, rather than store another moment. */
    public static String of(Instant moment) {
        LocalDateTime time = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        if (time.getNano() % NANOS_OF_A_MICRO != 0) {
            throw new DateTimeException("A moment is finer than a microsecond");
        }
        char[] text = MOMENT.toCharArray();
        putDay(text, time.toLocalDate());
        put(text, 11, 13, time.getHour());
        put(text, 14, 16, time.getMinute());
        put(text, 17, 19, time.getSecond());
        put(text, 20, 26, time.getNano() / NANOS_OF_A_MICRO);
        return new String(text);
    }

    /** The day, as {@code YYYY-MM-DD}. */
    public static String of(LocalDate day) {
        char[] text = DAY.toCharArray();
        putDay(text, day);
        return new String(text);
    }

    /** Reads a moment in that form and no other. */
    public static Instant moment(String text) {
        check(text, MOMENT);
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        number(text, 20, 26) * NANOS_OF_A_MICRO)
                .toInstant(ZoneOffset.UTC);
    }

    /** Reads a day in that form and no other. */
    public static LocalDate day(String text) {
        check(text, DAY);
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    private static void check(String text, String form) {
        boolean kept = text.length() == form.length();
        for (int i = 0; kept && i < form.length(); i++) {
            char c = text.charAt(i);
            kept = form.charAt(i) == '0' ? c >= '0' && c <= '9' : c == form.charAt(i);
        }
        if (!kept) {
            throw new DateTimeException("A time is not in the form " + form);
        }
    }

    private static void putDay(char[] text, LocalDate day) {
        if (day.getYear() < 0 || day.getYear() > 9999) {
            throw new DateTimeException("A day is outside the years 0 to 9999");
        }
        put(text, 0, 4, day.getYear());
        put(text, 5, 7, day.getMonthValue());
        put(text, 8, 10, day.getDayOfMonth());
    }

    private static void put(char[] text, int from, int to, int number) {
        int rest = number;
        for (int i = to - 1; i >= from; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
