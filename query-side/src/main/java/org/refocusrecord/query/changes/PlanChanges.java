package org.refocusrecord.query.changes;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.changes.ItemFields.Field;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.history.Line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What changed in the care plan of one case from one moment to another, both included: whoever
 * makes the changes, in their order, to the plan as it stood before the first moment has the plan
 * as it stands at the second.
 *
 * <p>By the clock of what happened, corrections are no changes: what is known of a fact now is said
 * of it from its place on. By the clock of recording, they are what changed.
 */
public final class PlanChanges {

    private final CaseHistory history;
    private final Line frame;
    private final ClockKind clock;
    private final @Nullable Instant from;
    private final @Nullable Instant to;

    /**
     * Of a case.
     *
     * @param frame the line as it is bound: what had happened until when, as known when
     * @param from null: from the beginning
     * @param to null: up to the bounds of the line
     */
    public PlanChanges(
            CaseHistory history,
            Line frame,
            ClockKind clock,
            @Nullable Instant from,
            @Nullable Instant to) {
        this.history = history;
        this.frame = frame;
        this.clock = clock;
        this.from = from;
        this.to = to;
    }

    /**
     * Where a page begins.
     *
     * @param step at which step
     * @param skip after so many of its changes
     */
    public record Place(int step, int skip) {

        /** The first change of all. */
        public static final Place FIRST = new Place(0, 0);
    }

    /** A page of changes; {@code next} is null at the end. */
    public record Page(List<PlanChange> changes, @Nullable Place next) {}

    /** No more than so many changes, from a place on. */
    public Page page(Place first, int limit) {
        PlanSteps steps = steps(first.step());
        List<PlanChange> page = new ArrayList<>();
        SequencedMap<ItemKey, Object> before = steps.items();
        int skip = first.skip();
        while (steps.hasNext()) {
            int number = steps.number();
            Cause cause = steps.next();
            SequencedMap<ItemKey, Object> after = steps.items();
            List<PlanChange> changes = between(before, after, cause);
            for (int index = number == first.step() ? skip : 0; index < changes.size(); index++) {
                if (page.size() == limit) {
                    return new Page(page, new Place(number, index));
                }
                page.add(changes.get(index));
            }
            before = after;
        }
        return new Page(page, null);
    }

    private PlanSteps steps(int first) {
        return switch (clock) {
            case OCCURRED -> new StepsAsHappened(frame, from, to, first);
            case RECORDED -> new StepsAsRecorded(history, frame, from, to, first);
        };
    }

    private static List<PlanChange> between(
            Map<ItemKey, Object> before, Map<ItemKey, Object> after, Cause cause) {
        List<PlanChange> changes = new ArrayList<>();
        after.forEach((key, is) -> {
            Object was = before.get(key);
            if (was == null) {
                changes.add(change(cause, key, ChangeKind.ADDED, null, null, is));
            } else if (!was.equals(is)) {
                fields(cause, key, was, is, changes);
            }
        });
        before.forEach((key, was) -> {
            if (!after.containsKey(key)) {
                changes.add(change(cause, key, cause.gone(), null, was, null));
            }
        });
        return changes;
    }

    private static void fields(
            Cause cause, ItemKey key, Object was, Object is, List<PlanChange> changes) {
        SequencedMap<Field, @Nullable Object> before = ItemFields.of(key, was);
        SequencedMap<Field, @Nullable Object> after = ItemFields.of(key, is);
        Set<Field> fields = new LinkedHashSet<>(after.keySet());
        fields.addAll(before.keySet());
        for (Field field : fields) {
            Object then = before.get(field);
            Object now = after.get(field);
            if (!Objects.equals(then, now)) {
                changes.add(change(cause, key, ChangeKind.CHANGED, field.name(), then, now));
            }
        }
    }

    private static PlanChange change(
            Cause cause,
            ItemKey key,
            ChangeKind change,
            @Nullable String field,
            @Nullable Object was,
            @Nullable Object is) {
        return new PlanChange(
                cause.at(),
                key.kind(),
                key.id(),
                change,
                field,
                was,
                is,
                cause.evidence().recordedBy(),
                cause.decidedBy(),
                cause.reason(),
                cause.evidence());
    }
}
