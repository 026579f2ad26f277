package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.refocusrecord.command.Bearing.Brought;
import org.refocusrecord.command.Bearing.Manner;
import org.refocusrecord.command.ItemKind;
import org.refocusrecord.events.Person;

import java.time.Instant;
import java.util.UUID;

/**
 * A live item: it lives while one live entry brings it, and stands at the place of the earliest
 * that does.
 *
 * @param kind what it is
 * @param bringers the entries that bring it
 */
public record Item(ItemKind kind, PVector<Bringer> bringers) {

    /** An entry that brings it. */
    public record Bringer(
            UUID entry,
            UUID session,
            Instant place,
            long sequence,
            Manner manner,
            @Nullable Person with) {

        boolean isAfter(Instant otherPlace, long otherSequence) {
            int order = place.compareTo(otherPlace);
            return order > 0 || (order == 0 && sequence > otherSequence);
        }
    }

    static Item broughtBy(Brought brought, Bringer bringer) {
        return new Item(brought.kind(), TreePVector.singleton(bringer));
    }

    Item alsoBroughtBy(Bringer bringer) {
        return new Item(kind, bringers.plus(bringer));
    }

    /** The entry that brought it first on the line. */
    public Bringer earliest() {
        Bringer earliest = bringers.getFirst();
        for (Bringer bringer : bringers) {
            if (earliest.isAfter(bringer.place(), bringer.sequence())) {
                earliest = bringer;
            }
        }
        return earliest;
    }

    boolean isBrought(Manner manner) {
        return bringers.stream().anyMatch(bringer -> bringer.manner() == manner);
    }

    boolean isOf(ItemKind asked) {
        return kind == asked || (asked == ItemKind.VOICED_GOAL && isBrought(Manner.VOICED));
    }
}
