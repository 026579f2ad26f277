package org.refocusrecord.events;

import java.util.UUID;

/** A treatment preference. */
public record PreferenceId(UUID value) implements Id {

    /** Reads a id as it stands in JSON. */
    public static PreferenceId of(String value) {
        return new PreferenceId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
