package org.refocusrecord.events;

import java.util.UUID;

/** A coaching contract. */
public record ContractId(UUID value) implements Id {

    /** Reads a id as it stands in JSON. */
    public static ContractId of(String value) {
        return new ContractId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
