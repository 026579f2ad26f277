package org.refocusrecord.web.json;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** UUIDs as they stand in JSON, paths and queries: whole, and in lower case. */
public final class Uuids {

    private static final String FORM = "00000000-0000-0000-0000-000000000000";

    private Uuids() {}

    /** The UUID of a text; null: it is none. */
    public static @Nullable UUID uuid(String text) {
        return isInForm(text) ? UUID.fromString(text) : null;
    }

    private static boolean isInForm(String text) {
        boolean kept = text.length() == FORM.length();
        for (int i = 0; kept && i < FORM.length(); i++) {
            char c = text.charAt(i);
            kept = FORM.charAt(i) == '-' ? c == '-' : isLowerHex(c);
        }
        return kept;
    }

    private static boolean isLowerHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
