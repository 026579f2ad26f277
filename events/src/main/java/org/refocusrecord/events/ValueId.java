package org.refocusrecord.events;

import java.util.UUID;

/** A value. */
public record ValueId(UUID value) implements Id {

    /** Reads a id as it stands in JSON. */
    public static ValueId of(String value) {
        return new ValueId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
