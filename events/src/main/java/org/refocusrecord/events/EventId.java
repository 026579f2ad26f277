package org.refocusrecord.events;

import java.util.UUID;

/** An event; version 7, made by the log. */
public record EventId(UUID value) implements Id {

    /** Reads an id as it stands in JSON. */
    public static EventId of(String value) {
        return new EventId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
