package org.refocusrecord.events;

import java.util.UUID;

/** A rating of a relationship. */
public record RatingId(UUID value) implements Id {

    /** Reads a id as it stands in JSON. */
    public static RatingId of(String value) {
        return new RatingId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
