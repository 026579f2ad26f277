package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Where entries stand that are decided.
 *
 * @param place their place on the line
 * @param sequence their place in the stream, which decides ties: what is new stands after all else
 * @param goalsHere goals that come up anywhere in the same session
 * @param itself what is replaced in a correction; null: it is new
 */
record Spot(Instant place, long sequence, Set<UUID> goalsHere, @Nullable UUID itself) {

    /** Where something new stands. */
    static Spot ofNew(Instant place, Set<UUID> goalsHere) {
        return new Spot(place, Long.MAX_VALUE, goalsHere, null);
    }

    /** Whether something at that place and sequence comes later on the line. */
    boolean isBefore(Instant otherPlace, long otherSequence) {
        int order = otherPlace.compareTo(place);
        return order > 0 || (order == 0 && otherSequence > sequence);
    }
}
