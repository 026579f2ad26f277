package org.refocusrecord.events;

import java.util.UUID;

/** A value, preference, strength, aspiration or goal that something arises from. */
public record ItemId(UUID value) implements Id {

    /** Reads an id as it stands in JSON. */
    public static ItemId of(String value) {
        return new ItemId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
