package org.refocusrecord.events;

import java.util.UUID;

/**
 * A session or any other command: both are one space, so that one guard against repeats serves them
 * all.
 */
public record CommandId(UUID value) implements Id {

    /** Reads a id as it stands in JSON. */
    public static CommandId of(String value) {
        return new CommandId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
