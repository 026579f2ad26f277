package org.refocusrecord.events;

import java.util.UUID;

/** The case: a service user under the care of a trust. */
public record CaseId(UUID value) implements Id {

    /** Reads a id as it stands in JSON. */
    public static CaseId of(String value) {
        return new CaseId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
