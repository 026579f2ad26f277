package org.refocusrecord.eventlog.store;

import java.util.List;
import java.util.UUID;

/** The keys that a command destroys, in the same transaction in which its events are recorded. */
public record Erasure(List<UUID> recordKeys, List<UUID> dataKeysOf) {

    /** Destroys nothing. */
    public static final Erasure NONE = new Erasure(List.of(), List.of());

    public Erasure {
        recordKeys = List.copyOf(recordKeys);
        dataKeysOf = List.copyOf(dataKeysOf);
    }

    boolean isNothing() {
        return recordKeys.isEmpty() && dataKeysOf.isEmpty();
    }
}
