package org.refocusrecord.command.casefile;

import org.refocusrecord.command.Bearing.Named;
import org.refocusrecord.command.ItemKind;
import org.refocusrecord.command.Refusal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What an entry names must be recorded, not in error, of the right kind, and no later on the line
 * than the entry itself.
 *
 * @param failed what entries before it in the same session would have brought
 * @param spot where the entry stands
 */
record References(CaseState state, Map<UUID, ItemKind> failed, Spot spot) {

    Optional<Refusal> against(Named named) {
        UUID id = named.id();
        if (named.mayFollow() && spot.goalsHere().contains(id)) {
            return Optional.empty();
        }
        ItemKind wouldBe = failed.get(id);
        if (wouldBe != null) {
            return mayBe(named, wouldBe)
                    ? Optional.empty()
                    : Optional.of(new Refusal.ReferenceWrongKind(named.pointer(), id));
        }
        boolean item = named.kinds().stream().noneMatch(References::isRecorded);
        return item ? item(named) : recorded(named);
    }

    private static boolean isRecorded(ItemKind kind) {
        return kind == ItemKind.ENTRY || kind == ItemKind.SESSION;
    }

    /** A goal that failed may have been voiced before. */
    private static boolean mayBe(Named named, ItemKind kind) {
        return named.kinds().contains(kind)
                || (kind == ItemKind.GOAL && named.kinds().contains(ItemKind.VOICED_GOAL));
    }

    private Optional<Refusal> item(Named named) {
        Item item = state.standing().items().get(named.id());
        if (item == null) {
            return Optional.of(missing(named));
        }
        if (named.kinds().stream().noneMatch(item::isOf)) {
            return Optional.of(new Refusal.ReferenceWrongKind(named.pointer(), named.id()));
        }
        Item.Bringer earliest = item.earliest();
        return later(named, earliest.place(), earliest.sequence());
    }

    /** An id of something that lives but is no item is of the wrong kind; else there is nothing. */
    private Refusal missing(Named named) {
        return state.standing().live().containsKey(named.id())
                ? new Refusal.ReferenceWrongKind(named.pointer(), named.id())
                : new Refusal.ReferenceUnknown(named.pointer(), named.id());
    }

    private Optional<Refusal> recorded(Named named) {
        UUID id = named.id();
        Standing.Live live = state.standing().live().get(id);
        if (live == null || id.equals(spot.itself())) {
            return Optional.of(
                    state.standing().items().containsKey(id)
                            ? new Refusal.ReferenceWrongKind(named.pointer(), id)
                            : new Refusal.ReferenceUnknown(named.pointer(), id));
        }
        boolean right =
                named.kinds().contains(ItemKind.ENTRY)
                        ? live.fact().isEntry()
                        : live.reads().type().equals("session.held");
        if (!right) {
            return Optional.of(new Refusal.ReferenceWrongKind(named.pointer(), id));
        }
        Instant place = live.place();
        return place == null ? Optional.empty() : later(named, place, live.fact().sequence());
    }

    private Optional<Refusal> later(Named named, Instant place, long sequence) {
        return spot.isBefore(place, sequence)
                ? Optional.of(new Refusal.TimeBeforeReference(named.pointer(), spot.place(), place))
                : Optional.empty();
    }
}
