package org.refocusrecord.events;

import java.util.UUID;

/** A care action. */
public record ActionId(UUID value) implements Id {

    /** Reads an id as it stands in JSON. */
    public static ActionId of(String value) {
        return new ActionId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
