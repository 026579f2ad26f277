package org.refocusrecord.events;

import java.util.UUID;

/** A questionnaire that was answered. */
public record MeasureId(UUID value) implements Id {

    /** Reads a id as it stands in JSON. */
    public static MeasureId of(String value) {
        return new MeasureId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
