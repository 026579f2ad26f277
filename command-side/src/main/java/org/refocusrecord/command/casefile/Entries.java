package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Bearing;
import org.refocusrecord.command.Bearing.Brought;
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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What speaks against one entry: its own rules, ids that are taken, and what it names that is not
 * there, is something else or comes later. An entry that fails only because it rests on another
 * that failed is passed over: the other one says why.
 */
final class Entries {

    private final Spot spot;
    private final Speaking speaking;
    private final Map<UUID, ItemKind> failed = new HashMap<>();

    Entries(Spot spot, Speaking speaking) {
        this.spot = spot;
        this.speaking = speaking;
    }

    /** An entry that failed: what it would have brought is not missed twice. */
    void failed(Entry entry) {
        failed.putIfAbsent(entry.entryId().value(), ItemKind.ENTRY);
        for (Brought brought : Reading.bearing(entry).brings()) {
            failed.putIfAbsent(brought.id(), brought.kind());
        }
    }

    /** What speaks against an entry after the ones before it. */
    List<Refusal> refusals(CaseState state, Entry entry) {
        List<Refusal> refusals = new ArrayList<>(ownRules(entry));
        UUID id = entry.entryId().value();
        if (spot.itself() == null && (state.isTaken(id) || failed.containsKey(id))) {
            refusals.add(new Refusal.IdTaken("/entryId", id));
        }
        Bearing bearing = Reading.bearing(entry);
        NewIds ids = new NewIds(state, failed, spot.itself());
        Set<UUID> within = new HashSet<>(Set.of(id));
        for (Brought brought : bearing.brings()) {
            if (!within.add(brought.id()) || !ids.mayBring(brought)) {
                refusals.add(new Refusal.IdTaken(brought.pointer(), brought.id()));
            }
        }
        References references = new References(state, failed, spot);
        for (Named named : bearing.names()) {
            references.against(named).ifPresent(refusals::add);
        }
        return refusals;
    }

    private List<Refusal> ownRules(Entry entry) {
        return switch (entry) {
            case GoalEvent e -> Goals.refusals(e, speaking);
            case WorkingPracticeEvent e -> WorkingPractices.refusals(e, speaking);
            case CoachingEvent e -> Coaching.refusals(e, speaking);
            case RatingEvent e -> Ratings.refusals(e, speaking);
            case CareActionEvent _ -> List.of();
            case AccountGiven _ -> List.of();
        };
    }

    /** Of what speaks against an entry one reason a pointer: the first says most. */
    static List<Refusal> oneEach(List<Refusal> refusals) {
        Set<String> pointers = new HashSet<>();
        return refusals.stream().filter(refusal -> pointers.add(refusal.pointer())).toList();
    }

    /** The worker of a contract; null where there is no such contract. */
    static @Nullable Person workerOf(CaseState state, UUID contract) {
        Item item = state.standing().items().get(contract);
        return item == null ? null : item.bringers().getFirst().with();
    }
}
