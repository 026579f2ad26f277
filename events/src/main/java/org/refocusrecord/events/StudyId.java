package org.refocusrecord.events;

import java.util.UUID;

/** A study. */
public record StudyId(UUID value) implements Id {

    /** Reads a id as it stands in JSON. */
    public static StudyId of(String value) {
        return new StudyId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
