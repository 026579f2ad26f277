package org.refocusrecord.events;

import java.util.UUID;

/** Whatever a correction, disagreement or erasure is about: an entry, a session or a command. */
public record AnyId(UUID value) implements Id {

    /** Reads an id as it stands in JSON. */
    public static AnyId of(String value) {
        return new AnyId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
