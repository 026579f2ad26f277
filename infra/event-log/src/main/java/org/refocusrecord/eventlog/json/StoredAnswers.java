package org.refocusrecord.eventlog.json;

import org.refocusrecord.eventlog.keys.Randomness;

import java.util.HexFormat;

/**
 * Answers as they stand in a payload: by item, and a salt beside them. There are so few answers
 * that whoever knew all else of an event could find them by its hash; with the salt nobody can who
 * may not see the payload itself.
 */
final class StoredAnswers {

    static final String ITEMS = "items";
    static final String SALT = "salt";
    private static final int BYTES = 16;

    private StoredAnswers() {}

    /** A new one, in hex. */
    static String salt(Randomness randomness) {
        return HexFormat.of().formatHex(randomness.bytes(BYTES));
    }
}
