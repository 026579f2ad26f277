package org.refocusrecord.eventlog.json;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads times where they lie, in the forms of {@link TimeText}; any other is {@link NotAsWritten}.
 */
final class TimeBytes {

    private static final byte[] MOMENT = TimeText.MOMENT.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DAY = TimeText.DAY.getBytes(StandardCharsets.US_ASCII);

    private TimeBytes() {}

    static LocalDate day(byte[] bytes, int from, int length) {
        check(bytes, from, length, DAY);
        return day(bytes, from);
    }

    static Instant moment(byte[] bytes, int from, int length) {
        check(bytes, from, length, MOMENT);
        int hour = number(bytes, from + 11, 2);
        int minute = number(bytes, from + 14, 2);
        int second = number(bytes, from + 17, 2);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new NotAsWritten();
        }
        long seconds =
                day(bytes, from).toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, number(bytes, from + 20, 6) * 1_000L);
    }

    private static LocalDate day(byte[] bytes, int from) {
        try {
            return LocalDate.of(
                    number(bytes, from, 4), number(bytes, from + 5, 2), number(bytes, from + 8, 2));
        } catch (DateTimeException noDay) {
            throw new NotAsWritten();
        }
    }

    /** In a form a zero stands for any digit. */
    private static void check(byte[] bytes, int from, int length, byte[] form) {
        boolean kept = length == form.length;
        for (int i = 0; kept && i < form.length; i++) {
            byte b = bytes[from + i];
            kept = form[i] == '0' ? b >= '0' && b <= '9' : b == form[i];
        }
        if (!kept) {
            throw new NotAsWritten();
        }
    }

    private static int number(byte[] bytes, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }
}
