package org.refocusrecord.events;

import java.util.UUID;

/** A partnership project. */
public record ProjectId(UUID value) implements Id {

    /** Reads a id as it stands in JSON. */
    public static ProjectId of(String value) {
        return new ProjectId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
