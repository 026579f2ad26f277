package org.refocusrecord.eventlog.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes RFC 8785 straight to UTF-8 bytes. The caller gives the members of an object in the order
 * of their names by UTF-16 code units, which on the way of a payload was settled once for all when
 * its shape was made.
 */
public final class CanonicalWriter {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_BYTES_OF_A_CHAR = 6;

    private byte[] bytes = new byte[512];
    private int length;
    private boolean commaDue;

    /** Opens an object. */
    public CanonicalWriter startObject() {
        return open('{');
    }

    /** Closes it. */
    public CanonicalWriter endObject() {
        return close('}');
    }

    /** Opens a list. */
    public CanonicalWriter startList() {
        return open('[');
    }

    /** Closes it. */
    public CanonicalWriter endList() {
        return close(']');
    }

    /** The name of the member whose value comes next. */
    public CanonicalWriter name(String name) {
        separate();
        quoted(name);
        return named();
    }

    /** A text, in quotes. */
    public CanonicalWriter text(String text) {
        separate();
        quoted(text);
        commaDue = true;
        return this;
    }

    /** A whole number that every reader of JSON keeps exactly. */
    public CanonicalWriter number(long number) {
        if (number > CanonicalNumber.LARGEST_SAFE || number < -CanonicalNumber.LARGEST_SAFE) {
            throw new NotCanonical("An integer is beyond 2^53");
        }
        return token(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
    }

    /** True or false. */
    public CanonicalWriter bool(boolean value) {
        return token(value ? TRUE : FALSE);
    }

    /** A null, which only lists hold: a member that is null is left out by the caller. */
    public CanonicalWriter nothing() {
        return token(NULL);
    }

    /** How many bytes were written. */
    public int length() {
        return length;
    }

    /** What was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    CanonicalWriter token(byte[] ascii) {
        separate();
        put(ascii);
        commaDue = true;
        return this;
    }

    private CanonicalWriter open(char bracket) {
        separate();
        room(1);
        bytes[length++] = (byte) bracket;
        commaDue = false;
        return this;
    }

    private CanonicalWriter close(char bracket) {
        room(1);
        bytes[length++] = (byte) bracket;
        commaDue = true;
        return this;
    }

    private CanonicalWriter named() {
        room(1);
        bytes[length++] = ':';
        commaDue = false;
        return this;
    }

    private void separate() {
        if (commaDue) {
            room(1);
            bytes[length++] = ',';
        }
    }

    private void quoted(String text) {
        room(2 + text.length());
        bytes[length++] = '"';
        for (int i = plain(text); i < text.length(); i++) {
            char c = text.charAt(i);
            room(MOST_BYTES_OF_A_CHAR);
            if (c < 0x80) {
                ascii(c);
            } else if (!Character.isSurrogate(c)) {
                utf8(c);
            } else {
                utf8(pair(text, i++));
            }
        }
        room(1);
        bytes[length++] = '"';
    }

    /** Writes what stands for itself, which is most texts whole; how far that went. */
    private int plain(String text) {
        byte[] target = bytes;
        int at = length;
        int i = 0;
        while (i < text.length() && isPlain(text.charAt(i))) {
            target[at + i] = (byte) text.charAt(i);
            i++;
        }
        length = at + i;
        return i;
    }

    private static boolean isPlain(char c) {
        return c >= 0x20 && c < 0x80 && c != '"' && c != '\\';
    }

    private static int pair(String text, int high) {
        int codePoint = text.codePointAt(high);
        if (!Character.isSupplementaryCodePoint(codePoint)) {
            throw new NotCanonical("A text holds half of a surrogate pair");
        }
        return codePoint;
    }

    private void ascii(char c) {
        if (isPlain(c)) {
            bytes[length++] = (byte) c;
            return;
        }
        bytes[length++] = '\\';
        switch (c) {
            case '"', '\\' -> bytes[length++] = (byte) c;
            case '\b' -> bytes[length++] = 'b';
            case '\t' -> bytes[length++] = 't';
            case '\n' -> bytes[length++] = 'n';
            case '\f' -> bytes[length++] = 'f';
            case '\r' -> bytes[length++] = 'r';
            default -> control(c);
        }
    }

    private void control(char c) {
        bytes[length++] = 'u';
        bytes[length++] = '0';
        bytes[length++] = '0';
        bytes[length++] = HEX[c >> 4];
        bytes[length++] = HEX[c & 0xf];
    }

    private void utf8(int codePoint) {
        if (codePoint < 0x800) {
            bytes[length++] = (byte) (0xc0 | (codePoint >> 6));
        } else {
            if (codePoint < 0x10000) {
                bytes[length++] = (byte) (0xe0 | (codePoint >> 12));
            } else {
                bytes[length++] = (byte) (0xf0 | (codePoint >> 18));
                bytes[length++] = continued(codePoint >> 12);
            }
            bytes[length++] = continued(codePoint >> 6);
        }
        bytes[length++] = continued(codePoint);
    }

    private static byte continued(int bits) {
        return (byte) (0x80 | (bits & 0x3f));
    }

    private void put(byte[] some) {
        room(some.length);
        System.arraycopy(some, 0, bytes, length, some.length);
        length += some.length;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
