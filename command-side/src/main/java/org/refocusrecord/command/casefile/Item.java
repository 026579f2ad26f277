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
 * @param bringers the entries that bring it, in the order of the stream
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

    /** Brought by one more. */
    Item plus(Bringer bringer) {
        int at = bringers.size();
        while (at > 0 && bringers.get(at - 1).sequence() > bringer.sequence()) {
            at--;
        }
        return new Item(kind, bringers.plus(at, bringer));
    }

    /** No longer brought by this entry; null where nobody else brings it. */
    @Nullable Item minus(UUID entry) {
        PVector<Bringer> left = bringers;
        for (int index = left.size() - 1; index >= 0; index--) {
            if (left.get(index).entry().equals(entry)) {
                left = left.minus(index);
            }
        }
        return left.isEmpty() ? null : new Item(kind, left);
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

    boolean isBroughtInSession(UUID session) {
        return bringers.stream().anyMatch(bringer -> bringer.session().equals(session));
    }

    /** How many entries set it: one at most, of a goal that stands. */
    long timesSet() {
        return bringers.stream().filter(bringer -> bringer.manner() == Manner.SET).count();
    }

    boolean isOf(ItemKind asked) {
        return kind == asked || (asked == ItemKind.VOICED_GOAL && isBrought(Manner.VOICED));
    }
}
