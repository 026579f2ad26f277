package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.projection.Rebuilding.Seen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Has both sides of rebuilt views compared, and says which may go live. One of which that fails is
 * left for as long as it took, which may be minutes: others are filled meanwhile.
 */
final class Comparing {

    /** The live view waits for so many events to be handled when it is compared. */
    private static final long NEAR = 1_000;

    private final Folds folds;
    private final LongSupplier clock;
    private final LookingThrough lookingThrough;
    private final Telling telling;
    private final ConcurrentLinkedQueue<String> due = new ConcurrentLinkedQueue<>();
    private final Map<Long, Long> resting = new HashMap<>();

    /** By this clock, in nanoseconds. */
    Comparing(EventFeed feed, Transactions transactions, Folds folds, LongSupplier clock) {
        this.folds = folds;
        this.clock = clock;
        this.lookingThrough = new LookingThrough(transactions);
        this.telling = new Telling(feed, transactions);
    }

    /** The next view whose sides are to be compared while it does not move; null: none. */
    @Nullable String due() {
        return due.poll();
    }

    /**
     * Has both sides looked at, where the next one is as good as there; whether that was so. Of
     * several nodes the one does that has its first segment.
     */
    boolean compare(Rebuild rebuild, Seen seen) {
        long begun = clock.getAsLong();
        Long until = resting.get(rebuild.id());
        if (until != null && begun - until < 0) {
            return false;
        }
        try {
            return compared(rebuild, seen);
        } catch (RuntimeException | OutOfMemoryError failed) {
            long now = clock.getAsLong();
            resting.put(rebuild.id(), now + (now - begun));
            throw failed;
        }
    }

    private boolean compared(Rebuild rebuild, Seen seen) {
        Projector projector = folds.of(rebuild.name());
        boolean isOwn =
                seen.own().stream()
                        .anyMatch(state ->
                                state.name().equals(rebuild.name()) && state.segment() == 0);
        if (projector == null || !isOwn || !isNear(rebuild, seen)) {
            return false;
        }
        if (rebuild.isToBeTold()) {
            telling.tell(rebuild, projector);
        } else if (rebuild.isToBeOpened()) {
            if (rebuild.altered() == null) {
                lookingThrough.look(rebuild, projector);
            } else if (!due.contains(rebuild.name())) {
                due.add(rebuild.name());
            }
        }
        return true;
    }

    private static boolean isNear(Rebuild rebuild, Seen seen) {
        Map<Integer, Long> live =
                of(seen.live(), rebuild).stream()
                        .collect(
                                Collectors.toMap(
                                        ProjectionState::segment, ProjectionState::position));
        return of(seen.next(), rebuild).stream()
                .allMatch(state ->
                        state.folding() == null
                                && live.getOrDefault(state.segment(), Long.MAX_VALUE)
                                                - state.position()
                                        <= NEAR);
    }

    private static List<ProjectionState> of(List<ProjectionState> states, Rebuild rebuild) {
        return states.stream().filter(state -> state.name().equals(rebuild.name())).toList();
    }
}
