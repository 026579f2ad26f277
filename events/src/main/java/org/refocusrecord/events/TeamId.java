package org.refocusrecord.events;

import java.util.UUID;

/** A team. */
public record TeamId(UUID value) implements Id {

    /** Reads a id as it stands in JSON. */
    public static TeamId of(String value) {
        return new TeamId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
