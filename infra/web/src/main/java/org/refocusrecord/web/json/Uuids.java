package org.refocusrecord.web.json;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * UUIDs as they stand in JSON, paths and queries: whole, and in lower case. The nil UUID says that
 * there is none (RFC 9562, 5.9): a sender who forgets to set its ids sends it again and again, so
 * it is the id of nothing.
 */
public final class Uuids {

    private static final String NIL = "00000000-0000-0000-0000-000000000000";

    private Uuids() {}

    /** The UUID of a text; null: it is none. */
    public static @Nullable UUID uuid(String text) {
        return isInForm(text) && !text.equals(NIL) ? UUID.fromString(text) : null;
    }

    private static boolean isInForm(String text) {
        boolean kept = text.length() == NIL.length();
        for (int i = 0; kept && i < NIL.length(); i++) {
            char c = text.charAt(i);
            kept = NIL.charAt(i) == '-' ? c == '-' : isLowerHex(c);
        }
        return kept;
    }

    private static boolean isLowerHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
