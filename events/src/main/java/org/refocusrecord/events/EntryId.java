package org.refocusrecord.events;

import java.util.UUID;

/** An entry of a session. */
public record EntryId(UUID value) implements Id {

    /** Reads an id as it stands in JSON. */
    public static EntryId of(String value) {
        return new EntryId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
