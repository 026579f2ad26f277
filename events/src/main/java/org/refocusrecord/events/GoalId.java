package org.refocusrecord.events;

import java.util.UUID;

/** A goal. */
public record GoalId(UUID value) implements Id {

    /** Reads a id as it stands in JSON. */
    public static GoalId of(String value) {
        return new GoalId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
