package org.refocusrecord.events;

import java.util.UUID;

/** A person who receives care. */
public record ServiceUserId(UUID value) implements Id {

    /** Reads a id as it stands in JSON. */
    public static ServiceUserId of(String value) {
        return new ServiceUserId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
