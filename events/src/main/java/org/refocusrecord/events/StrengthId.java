package org.refocusrecord.events;

import java.util.UUID;

/** A strength. */
public record StrengthId(UUID value) implements Id {

    /** Reads a id as it stands in JSON. */
    public static StrengthId of(String value) {
        return new StrengthId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
