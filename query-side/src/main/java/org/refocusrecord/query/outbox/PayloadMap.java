package org.refocusrecord.query.outbox;

import org.refocusrecord.eventlog.json.PayloadBytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where the parts of a stored payload stand in its bytes: each value and each name of a member,
 * numbered in their order, with where it begins and ends and which part follows behind all that is
 * within it. Made in one pass and without an object a part, since most payloads are looked through
 * and hardly changed. A map can be made anew for the next payload.
 */
final class PayloadMap {

    private static final int FIRST_PARTS = 128;

    private byte[] bytes = {};
    private int[] from = new int[FIRST_PARTS];
    private int[] to = new int[FIRST_PARTS];
    private int[] behind = new int[FIRST_PARTS];
    private int size;

    /**
     * Maps another payload.
     *
     * @throws NotAsStored where it is not in the form in which payloads are stored
     */
    PayloadMap of(PayloadBytes payload) {
        bytes = payload.bytes();
        size = 0;
        new PayloadScan(payload, this).whole();
        return this;
    }

    /** A part begins; its number. */
    int begin(int place) {
        if (size == from.length) {
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
            behind = Arrays.copyOf(behind, 2 * size);
        }
        from[size] = place;
        return size++;
    }

    void finish(int part, int place) {
        to[part] = place;
        behind[part] = size;
    }

    byte[] bytes() {
        return bytes;
    }

    /** How many parts there are; the first is the whole. */
    int size() {
        return size;
    }

    /** Where a part begins. */
    int from(int part) {
        return from[part];
    }

    /** Where it has ended. */
    int to(int part) {
        return to[part];
    }

    /** The part behind it and all that is within it. */
    int behind(int part) {
        return behind[part];
    }

    boolean isObject(int part) {
        return bytes[from[part]] == '{';
    }

    boolean isText(int part) {
        return bytes[from[part]] == '"';
    }

    /** A whole number that may stand for a place. */
    boolean isNumber(int part) {
        return bytes[from[part]] >= '0' && bytes[from[part]] <= '9';
    }

    boolean isTrue(int part) {
        return bytes[from[part]] == 't';
    }

    /** The value of a member of an object; -1 where there is none of that name. */
    int member(int object, byte[] name) {
        if (!isObject(object)) {
            return -1;
        }
        for (int part = object + 1; part < behind[object]; part = behind[part + 1]) {
            if (is(part, name)) {
                return part + 1;
            }
        }
        return -1;
    }

    /** How many members an object has. */
    int members(int object) {
        int members = 0;
        for (int part = object + 1; part < behind[object]; part = behind[part + 1]) {
            members++;
        }
        return members;
    }

    /** Whether a part is that text. */
    boolean is(int part, byte[] text) {
        return isText(part)
                && Arrays.equals(bytes, from[part] + 1, to[part] - 1, text, 0, text.length);
    }

    /** A text that needs no escaping, without its quotes. */
    String text(int part) {
        return new String(
                bytes, from[part] + 1, to[part] - from[part] - 2, StandardCharsets.ISO_8859_1);
    }

    /** A number, as it stands there. */
    int number(int part) {
        return Integer.parseInt(
                new String(bytes, from[part], to[part] - from[part], StandardCharsets.US_ASCII));
    }
}
