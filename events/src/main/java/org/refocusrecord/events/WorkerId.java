package org.refocusrecord.events;

import java.util.UUID;

/** A member of staff. */
public record WorkerId(UUID value) implements Id {

    /** Reads a id as it stands in JSON. */
    public static WorkerId of(String value) {
        return new WorkerId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
