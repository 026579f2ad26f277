package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Bearing.Brought;
import org.refocusrecord.command.Bearing.Manner;
import org.refocusrecord.command.ItemKind;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which ids an entry may bring. Ids are new within the case and stay taken when in error; but a
 * strength may be noticed again, a voiced goal set once, and a corrected entry brings again what it
 * ever brought.
 *
 * @param failed what entries before it in the same session would have brought
 * @param itself the entry that is replaced; null: it is new
 */
record NewIds(CaseState state, Map<UUID, ItemKind> failed, @Nullable UUID itself) {

    boolean mayBring(Brought brought) {
        Item item = state.standing().items().get(brought.id());
        if (itself != null && wasBroughtBy(itself, brought)) {
            return brought.manner() != Manner.SET || item == null || !isSetByAnother(item, itself);
        }
        boolean free = !state.isTaken(brought.id()) && !failed.containsKey(brought.id());
        boolean sameKind = item == null || item.kind() == brought.kind();
        return switch (brought.manner()) {
            case NEW, VOICED -> free;
            case NEW_OR_AGAIN -> free || (isThere(brought, item) && sameKind);
            case SET -> free || (isThere(brought, item) && sameKind && !isSet(item));
        };
    }

    /** Whether it lives, or would if the entry that brings it had not failed. */
    private boolean isThere(Brought brought, @Nullable Item item) {
        return item != null || failed.get(brought.id()) == brought.kind();
    }

    private static boolean isSet(@Nullable Item item) {
        return item != null && item.isBrought(Manner.SET);
    }

    private boolean wasBroughtBy(UUID entry, Brought brought) {
        Fact fact = state.byId().get(entry);
        Stream<Correction> amendments =
                Stream.ofNullable(state.mended().amendments().get(entry))
                        .flatMap(all -> all.stream());
        return fact != null
                && (brings(fact.first(), brought)
                        || amendments.anyMatch(one -> brings(one.amended(), brought)));
    }

    private static boolean brings(@Nullable Reads reads, Brought brought) {
        return reads != null
                && reads.bearing().brings().stream()
                        .anyMatch(b -> b.id().equals(brought.id()) && b.kind() == brought.kind());
    }

    private static boolean isSetByAnother(Item item, UUID entry) {
        return item.bringers().stream()
                .anyMatch(bringer ->
                        bringer.manner() == Manner.SET && !bringer.entry().equals(entry));
    }
}
