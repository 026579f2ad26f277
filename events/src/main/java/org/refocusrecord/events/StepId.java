package org.refocusrecord.events;

import java.util.UUID;

/** A step towards a goal. */
public record StepId(UUID value) implements Id {

    /** Reads a id as it stands in JSON. */
    public static StepId of(String value) {
        return new StepId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
