package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Bearing;
import org.refocusrecord.command.Bearing.Brought;
import org.refocusrecord.command.Bearing.Manner;
import org.refocusrecord.command.Bearing.Named;
import org.refocusrecord.command.ItemKind;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.Speaking;
import org.refocusrecord.command.coaching.Coaching;
import org.refocusrecord.command.goal.Goals;
import org.refocusrecord.command.rating.Ratings;
import org.refocusrecord.command.workingpractice.WorkingPractices;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.careaction.CareActionEvent;
import org.refocusrecord.events.coaching.CoachingEvent;
import org.refocusrecord.events.goal.GoalEvent;
import org.refocusrecord.events.rating.RatingEvent;
import org.refocusrecord.events.session.AccountGiven;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.workingpractice.WorkingPracticeEvent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What speaks against one entry: its own rules, ids that are taken, and what it names that is not
 * there, is something else or comes later. An entry that fails only because it rests on another
 * that failed is passed over: the other one says why.
 */
final class Entries {

    private final Instant place;
    private final Set<UUID> failed = new HashSet<>();
    private final Set<UUID> followingGoals;

    /**
     * Entries at one place on the line.
     *
     * @param place where they stand
     * @param followingGoals goals that come up anywhere in the same session
     */
    Entries(Instant place, Set<UUID> followingGoals) {
        this.place = place;
        this.followingGoals = followingGoals;
    }

    /** An entry that failed: what it would have brought is not missed twice. */
    void failed(Entry entry) {
        failed.add(entry.entryId().value());
        Reading.bearing(entry).brings().forEach(brought -> failed.add(brought.id()));
    }

    /**
     * What speaks against an entry after the ones before it; {@code itself} is what it replaces in
     * a correction.
     */
    List<Refusal> refusals(CaseState state, Entry entry, Speaking speaking, @Nullable UUID itself) {
        List<Refusal> refusals = new ArrayList<>();
        if (itself == null && state.isTaken(entry.entryId().value())) {
            refusals.add(new Refusal.IdTaken("/entryId", entry.entryId().value()));
        }
        refusals.addAll(ownRules(entry, speaking));
        Bearing bearing = Reading.bearing(entry);
        Set<UUID> within = new HashSet<>(Set.of(entry.entryId().value()));
        for (Brought brought : bearing.brings()) {
            if (!within.add(brought.id()) || !mayBring(state, brought, itself)) {
                refusals.add(new Refusal.IdTaken(brought.pointer(), brought.id()));
            }
        }
        for (Named named : bearing.names()) {
            refusals.addAll(named(state, named));
        }
        return refusals;
    }

    private static List<Refusal> ownRules(Entry entry, Speaking speaking) {
        return switch (entry) {
            case GoalEvent e -> Goals.refusals(e, speaking);
            case WorkingPracticeEvent e -> WorkingPractices.refusals(e, speaking);
            case CoachingEvent e -> Coaching.refusals(e, speaking);
            case RatingEvent e -> Ratings.refusals(e, speaking);
            case CareActionEvent _ -> List.of();
            case AccountGiven _ -> List.of();
        };
    }

    private static boolean mayBring(CaseState state, Brought brought, @Nullable UUID itself) {
        Item item = state.standing().items().get(brought.id());
        if (itself != null && wasBroughtBy(state, brought.id(), itself)) {
            return brought.manner() != Manner.SET || !isSetByAnother(item, itself);
        }
        return switch (brought.manner()) {
            case NEW, VOICED -> !state.isTaken(brought.id());
            case NEW_OR_AGAIN ->
                    !state.isTaken(brought.id()) || (item != null && item.kind() == brought.kind());
            case SET ->
                    !state.isTaken(brought.id())
                            || (item != null
                                    && item.kind() == ItemKind.GOAL
                                    && !item.isBrought(Manner.SET));
        };
    }

    private static boolean wasBroughtBy(CaseState state, UUID item, UUID entry) {
        Fact fact = state.byId().get(entry);
        return fact != null
                && (brings(fact.first(), item)
                        || state.corrections().stream()
                                .anyMatch(correction ->
                                        correction.target().equals(entry)
                                                && correction.amended() != null
                                                && brings(correction.amended(), item)));
    }

    private static boolean brings(Reads reads, UUID item) {
        return reads.bearing().brings().stream().anyMatch(b -> b.id().equals(item));
    }

    private static boolean isSetByAnother(@Nullable Item item, UUID itself) {
        return item != null
                && item.bringers().stream()
                        .anyMatch(bringer ->
                                bringer.manner() == Manner.SET && !bringer.entry().equals(itself));
    }

    private List<Refusal> named(CaseState state, Named named) {
        UUID id = named.id();
        if (named.kinds().contains(ItemKind.ENTRY) || named.kinds().contains(ItemKind.SESSION)) {
            return about(state, named);
        }
        Item item = state.standing().items().get(id);
        if (item == null) {
            return failed.contains(id) || (named.mayFollow() && followingGoals.contains(id))
                    ? List.of()
                    : List.of(missing(state, named));
        }
        if (named.kinds().stream().noneMatch(item::isOf)) {
            return List.of(new Refusal.ReferenceWrongKind(named.pointer(), id));
        }
        Instant stands = item.earliest().place();
        return stands.isAfter(place)
                ? List.of(new Refusal.TimeBeforeReference(named.pointer(), place, stands))
                : List.of();
    }

    /** An id of something that lives but is no item is of the wrong kind; else there is nothing. */
    private static Refusal missing(CaseState state, Named named) {
        return state.standing().live().containsKey(named.id())
                ? new Refusal.ReferenceWrongKind(named.pointer(), named.id())
                : new Refusal.ReferenceUnknown(named.pointer(), named.id());
    }

    private List<Refusal> about(CaseState state, Named named) {
        Standing.Live live = state.standing().live().get(named.id());
        if (live == null) {
            return failed.contains(named.id())
                    ? List.of()
                    : List.of(
                            state.standing().items().containsKey(named.id())
                                    ? new Refusal.ReferenceWrongKind(named.pointer(), named.id())
                                    : new Refusal.ReferenceUnknown(named.pointer(), named.id()));
        }
        boolean right =
                named.kinds().contains(ItemKind.ENTRY)
                        ? live.fact().isEntry()
                        : live.reads().type().equals("session.held");
        if (!right) {
            return List.of(new Refusal.ReferenceWrongKind(named.pointer(), named.id()));
        }
        Instant stands = live.place();
        return stands != null && stands.isAfter(place)
                ? List.of(new Refusal.TimeBeforeReference(named.pointer(), place, stands))
                : List.of();
    }

    /** In whose voice entries are read. */
    static Speaking speaking(CaseState state, boolean ownDoor) {
        return new Speaking(state.person(), ownDoor, id -> workerOf(state, id));
    }

    private static @Nullable Person workerOf(CaseState state, UUID contract) {
        Item item = state.standing().items().get(contract);
        return item == null ? null : item.bringers().getFirst().with();
    }
}
