package org.refocusrecord.command.casefile;

import org.refocusrecord.command.Bearing.Manner;
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

    private Consequences() {}

    static List<Refusal> of(CaseState before, CaseState after, Fact target) {
        Set<UUID> lose = new LinkedHashSet<>();
        List<Refusal> own = new ArrayList<>();
        if (!after.isThere()) {
            after.standing().live().keySet().stream()
                    .filter(id -> !isCorrection(after, id))
                    .forEach(lose::add);
        }
        for (Fact fact : after.inOrder()) {
            Standing.Live live = after.standing().live().get(fact.id());
            if (live == null) {
                continue;
            }
            boolean moves = movesOrReturns(before, live, target);
            for (Named named : live.reads().bearing().names()) {
                if (named.restsOn()) {
                    broken(after, live, named)
                            .ifPresent(refusal -> {
                                if (moves) {
                                    own.add(refusal);
                                } else {
                                    lose.add(fact.id());
                                }
                            });
                }
            }
        }
        own.addAll(setTwice(after));
        if (!lose.isEmpty()) {
            own.addFirst(new Refusal.EntryOthersRestOnIt("/target", List.copyOf(lose)));
        }
        return own;
    }

    private static boolean isCorrection(CaseState state, UUID id) {
        Fact fact = state.byId().get(id);
        return fact == null
                || fact.first().type().startsWith("entry.")
                || fact.first().type().startsWith("words.");
    }

    /**
     * Whether it is the entry itself that comes back, moves or is amended; else it loses something
     * of another.
     */
    private static boolean movesOrReturns(CaseState before, Standing.Live live, Fact target) {
        Standing.Live was = before.standing().live().get(live.fact().id());
        return was == null
                || live.fact().id().equals(target.id())
                || live.fact().session().equals(target.id())
                || !Objects.equals(was.place(), live.place())
                || !was.reads().equals(live.reads());
    }

    private static Optional<Refusal> broken(CaseState after, Standing.Live live, Named named) {
        Item item = after.standing().items().get(named.id());
        if (item == null || named.kinds().stream().noneMatch(item::isOf)) {
            return Optional.of(new Refusal.ReferenceUnknown("/target", named.id()));
        }
        Item.Bringer earliest = item.earliest();
        Instant place = live.place();
        boolean sameSession =
                named.mayFollow()
                        && item.bringers().stream()
                                .anyMatch(b -> b.session().equals(live.fact().session()));
        if (place == null || sameSession || !earliest.isAfter(place, live.fact().sequence())) {
            return Optional.empty();
        }
        return Optional.of(new Refusal.TimeBeforeReference("/target", place, earliest.place()));
    }

    private static List<Refusal> setTwice(CaseState after) {
        List<Refusal> refusals = new ArrayList<>();
        after.standing()
                .items()
                .forEach((id, item) -> {
                    long set =
                            item.bringers().stream().filter(b -> b.manner() == Manner.SET).count();
                    if (set > 1) {
                        refusals.add(new Refusal.IdTaken("/target", id));
                    }
                });
        return refusals;
    }
}
