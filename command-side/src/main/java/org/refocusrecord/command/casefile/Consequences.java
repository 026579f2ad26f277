package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Bearing.Named;
import org.refocusrecord.command.Refusal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a correction would leave behind: after it, each live entry's items must live and stand no
 * later than itself. What falls together with its session is not asked.
 */
final class Consequences {

    private final CaseState before;
    private final CaseState after;
    private final String pointer;
    private final @Nullable UUID amended;
    private final Set<UUID> losing = new LinkedHashSet<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private Consequences(
            CaseState before, CaseState after, String pointer, @Nullable UUID amended) {
        this.before = before;
        this.after = after;
        this.pointer = pointer;
        this.amended = amended;
    }

    /** Of marking something in error, or taking a correction back. */
    static List<Refusal> ofMarking(CaseState before, CaseState after) {
        return new Consequences(before, after, "/target", null).refusals();
    }

    /** Of amending something; what an amended entry names was asked before. */
    static List<Refusal> ofAmending(CaseState before, CaseState after, Fact target) {
        String moved = target.isEntry() ? "/replacement" : "/replacement/occurredAt";
        return new Consequences(before, after, moved, target.id()).refusals();
    }

    private List<Refusal> refusals() {
        for (Fact fact : after.inOrder()) {
            Standing.Live live = after.standing().live().get(fact.id());
            if (live != null && !after.isThere() && restsOnTheOpening(fact)) {
                lost(live, new Refusal.ReferenceUnknown(pointer, opening()));
            }
            if (live != null && !fact.id().equals(amended)) {
                live.reads().bearing().names().stream()
                        .filter(Named::restsOn)
                        .forEach(named -> ask(live, named));
            }
        }
        setTwice();
        if (!losing.isEmpty()) {
            refusals.add(new Refusal.EntryOthersRestOnIt("/target", List.copyOf(losing)));
        }
        return refusals.stream().distinct().toList();
    }

    /** Sessions, closures and the like; not what is said about something recorded. */
    private static boolean restsOnTheOpening(Fact fact) {
        String type = fact.first().type();
        return !fact.isEntry()
                && (type.startsWith("case.")
                        || type.equals("session.held")
                        || type.equals("own-entries.written"));
    }

    private @Nullable UUID opening() {
        return after.opened() == null ? null : after.opened().commandId();
    }

    private void ask(Standing.Live live, Named named) {
        broken(live, named).ifPresent(refusal -> lost(live, refusal));
    }

    /** Something loses what it rests on: of its own doing, or of another's. */
    private void lost(Standing.Live live, Refusal refusal) {
        if (comesBackOrMoves(live)) {
            refusals.add(refusal);
        } else {
            losing.add(live.fact().id());
        }
    }

    /** Else it is not the entry itself that is corrected, but it loses something of another. */
    private boolean comesBackOrMoves(Standing.Live live) {
        Standing.Live was = before.standing().live().get(live.fact().id());
        return was == null
                || !Objects.equals(was.place(), live.place())
                || !was.reads().equals(live.reads());
    }

    private Optional<Refusal> broken(Standing.Live live, Named named) {
        Item item = after.standing().items().get(named.id());
        if (item == null || named.kinds().stream().noneMatch(item::isOf)) {
            return Optional.of(new Refusal.ReferenceUnknown(pointer, named.id()));
        }
        Item.Bringer earliest = item.earliest();
        Instant place = live.place();
        boolean mayFollow = named.mayFollow() && item.isBroughtInSession(live.fact().session());
        if (place == null || mayFollow || !earliest.isAfter(place, live.fact().sequence())) {
            return Optional.empty();
        }
        return Optional.of(new Refusal.TimeBeforeReference(pointer, place, earliest.place()));
    }

    /** No goal is set twice. */
    private void setTwice() {
        after.standing()
                .items()
                .forEach((id, item) -> {
                    if (item.timesSet() > 1) {
                        refusals.add(new Refusal.IdTaken("/target", id));
                    }
                });
    }
}
