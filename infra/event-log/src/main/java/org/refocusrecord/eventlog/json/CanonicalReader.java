package org.refocusrecord.eventlog.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/**
 * Reads what {@link CanonicalWriter} wrote, whose reader knows what comes next and only has to see
 * that it does. Anything else, and any text that is not plain ASCII, is {@link NotAsWritten}.
 */
final class CanonicalReader {

    private static final int MOST_DIGITS = 16;
    private static final int MOST_DIGITS_OF_INT = 9;
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    private static final RecurringTexts RECURRING = new RecurringTexts();

    private final byte[] bytes;
    private final int end;
    private int at;

    CanonicalReader(PayloadBytes payload) {
        this.bytes = payload.bytes();
        this.at = payload.from();
        this.end = payload.from() + payload.length();
    }

    /** Whether these bytes come next; nothing is read. */
    boolean isAt(byte[] some) {
        return isAt(at, some);
    }

    boolean isAt(char ascii) {
        return at < end && bytes[at] == ascii;
    }

    private boolean isAt(int place, byte[] some) {
        int last = place + some.length;
        return last <= end && Arrays.equals(bytes, place, last, some, 0, some.length);
    }

    void take(char ascii) {
        if (!isAt(ascii)) {
            throw new NotAsWritten();
        }
        at++;
    }

    /** Reads these bytes if they come next. */
    boolean takes(byte[] some) {
        return takes(0, some);
    }

    /** Reads a comma and these bytes if they come next. */
    boolean takesAfterComma(byte[] some) {
        return isAt(',') && takes(1, some);
    }

    void take(byte[] some) {
        if (!takes(some)) {
            throw new NotAsWritten();
        }
    }

    private boolean takes(int before, byte[] some) {
        boolean there = isAt(at + before, some);
        at += there ? before + some.length : 0;
        return there;
    }

    void takeEnd() {
        if (at != end) {
            throw new NotAsWritten();
        }
    }

    /** A text of plain ASCII in which nothing is escaped. */
    String text() {
        int from = at + 1;
        int length = plainText();
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    /** The same of what is likely to come again: an id of somebody. */
    String recurringText() {
        int from = at + 1;
        int length = plainText();
        return RECURRING.text(bytes, from, length);
    }

    /** One of these texts, by its place among them. */
    int oneOf(byte[][] texts) {
        int from = at + 1;
        int length = plainText();
        for (int i = 0; i < texts.length; i++) {
            byte[] text = texts[i];
            if (text.length == length
                    && Arrays.equals(bytes, from, from + length, text, 0, length)) {
                return i;
            }
        }
        throw new NotAsWritten();
    }

    /** Goes past a text; how long it was without its quotes. */
    private int plainText() {
        take('"');
        int from = at;
        int to = from;
        while (to < end && isPlain(bytes[to])) {
            to++;
        }
        at = to;
        take('"');
        return to - from;
    }

    private static boolean isPlain(byte b) {
        return b >= 0x20 && b != '"' && b != '\\';
    }

    UUID uuid() {
        int from = at + 1;
        return UuidBytes.uuid(bytes, from, plainText());
    }

    Integer number() {
        return (int) whole(MOST_DIGITS_OF_INT);
    }

    Long count() {
        long count = whole(MOST_DIGITS);
        if (count < 0 || count > CanonicalNumber.LARGEST_SAFE) {
            throw new NotAsWritten();
        }
        return count;
    }

    private long whole(int most) {
        boolean negative = isAt('-');
        at += negative ? 1 : 0;
        int from = at;
        long value = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && at - from <= most) {
            value = value * 10 + bytes[at++] - '0';
        }
        int digits = at - from;
        if (digits == 0 || digits > most || (bytes[from] == '0' && (digits > 1 || negative))) {
            throw new NotAsWritten();
        }
        return negative ? -value : value;
    }

    Boolean truth() {
        if (takes(TRUE)) {
            return true;
        }
        if (takes(FALSE)) {
            return false;
        }
        throw new NotAsWritten();
    }

    LocalDate day() {
        int from = at + 1;
        return TimeBytes.day(bytes, from, plainText());
    }

    Instant moment() {
        int from = at + 1;
        return TimeBytes.moment(bytes, from, plainText());
    }
}
