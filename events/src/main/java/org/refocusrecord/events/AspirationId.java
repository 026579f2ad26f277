package org.refocusrecord.events;

import java.util.UUID;

/** An aspiration. */
public record AspirationId(UUID value) implements Id {

    /** Reads an id as it stands in JSON. */
    public static AspirationId of(String value) {
        return new AspirationId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
