package org.refocusrecord.web.json;

import org.jspecify.annotations.Nullable;

import java.util.UUID;
import java.util.regex.Pattern;

/** UUIDs as they stand in JSON, paths and queries: whole, and in lower case. */
public final class Uuids {

    private static final Pattern UUIDS =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Uuids() {}

    /** The UUID of a text; null: it is none. */
    public static @Nullable UUID uuid(String text) {
        return UUIDS.matcher(text).matches() ? UUID.fromString(text) : null;
    }
}
