package org.refocusrecord.query.outbox;

import java.nio.charset.StandardCharsets;

/**
 * What stands in a payload as something other than plain JSON. It is known by its own form, which
 * no revision of an event changes, so that nothing of it leaves by an event that nobody here knows.
 */
enum Form {
    /** A text: sealed, with its digest and its number. */
    WORDS,
    /** A text that stayed as before: where it was said. */
    WORDS_ELSEWHERE,
    /** Answers to a questionnaire, with their salt. */
    ANSWERS,
    /** Answers that stayed as before: which event holds them. */
    ANSWERS_ELSEWHERE,
    /** Nothing but JSON. */
    PLAIN;

    static final byte[] CIPHERTEXT = ascii("c");
    static final byte[] DIGEST = ascii("d");
    static final byte[] NUMBER = ascii("n");
    static final byte[] FROM = ascii("from");
    static final byte[] EVENT = ascii("eventId");
    static final byte[] ITEMS = ascii("items");
    private static final byte[] SALT = ascii("salt");

    /** What an object is. */
    static Form of(PayloadMap map, int object) {
        if (isText(map, map.member(object, DIGEST))
                && isText(map, map.member(object, CIPHERTEXT))
                && isNumber(map, map.member(object, NUMBER))) {
            return WORDS;
        }
        int place = map.member(object, FROM);
        if (place >= 0 && map.members(object) == 1) {
            return elsewhere(map, place);
        }
        int items = map.member(object, ITEMS);
        return items >= 0
                        && map.isObject(items)
                        && map.members(object) == 2
                        && isText(map, map.member(object, SALT))
                ? ANSWERS
                : PLAIN;
    }

    /** Answers have one set an event, and no number. */
    private static Form elsewhere(PayloadMap map, int place) {
        if (!isText(map, map.member(place, EVENT))) {
            return PLAIN;
        }
        if (isNumber(map, map.member(place, NUMBER))) {
            return WORDS_ELSEWHERE;
        }
        return map.members(place) == 1 ? ANSWERS_ELSEWHERE : PLAIN;
    }

    private static boolean isText(PayloadMap map, int part) {
        return part >= 0 && map.isText(part);
    }

    private static boolean isNumber(PayloadMap map, int part) {
        return part >= 0 && map.isNumber(part);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
