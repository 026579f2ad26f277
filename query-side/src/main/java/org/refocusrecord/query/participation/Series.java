package org.refocusrecord.query.participation;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.team.ImplementationSessionHeld;
import org.refocusrecord.query.team.TeamLine;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The sessions of one series: those held, in order, fill those planned.
 *
 * @param counting planned sessions that count: held, or due
 * @param dropped how many that were due and not held fell into a data gap
 * @param notCounted sessions held that fill none
 */
record Series(List<Slot> counting, int dropped, List<NotCounted> notCounted) {

    /**
     * A planned session and the one held that fills it.
     *
     * @param day on which the roster is taken: of the session, else the last of its month
     */
    record Slot(PlannedSession planned, @Nullable ImplementationSessionHeld held, LocalDate day) {}

    static Series of(
            ParticipationPolicy policy, Part part, Window window, TeamLine line, Gaps gaps) {
        List<NotCounted> notCounted = new ArrayList<>();
        Deque<ImplementationSessionHeld> held = held(policy, part, window, line, notCounted);
        List<Slot> counting = new ArrayList<>();
        int dropped = 0;
        for (PlannedSession planned : policy.planned(part)) {
            ImplementationSessionHeld filling = held.poll();
            LocalDate due = window.month(planned.month()).to();
            if (filling != null) {
                counting.add(new Slot(planned, filling, filling.occurredOn()));
            } else if (!window.day().isBefore(due)) {
                if (gaps.overlap(window.month(planned.month()))) {
                    dropped++;
                } else {
                    counting.add(new Slot(planned, null, due));
                }
            }
        }
        held.forEach(more -> notCounted.add(NotCounted.of(more, NotCounted.Why.MORE_THAN_PLANNED)));
        return new Series(counting, dropped, notCounted);
    }

    private static Deque<ImplementationSessionHeld> held(
            ParticipationPolicy policy,
            Part part,
            Window window,
            TeamLine line,
            List<NotCounted> notCounted) {
        Deque<ImplementationSessionHeld> held = new ArrayDeque<>();
        for (ImplementationSessionHeld session : line.of(ImplementationSessionHeld.class)) {
            if (session.kind() != policy.series().get(part)) {
                continue;
            }
            if (window.counts(session.occurredOn())) {
                held.add(session);
            } else if (session.occurredOn().isBefore(window.from())
                    || session.occurredOn().isAfter(window.to())) {
                notCounted.add(NotCounted.of(session, NotCounted.Why.OUTSIDE_WINDOW));
            }
        }
        return held;
    }

    /** Which share of what should be known is known. */
    Fraction known() {
        int all = counting.size() + dropped;
        return all == 0 ? Fraction.ZERO : Fraction.of(counting.size(), all);
    }

    long heldOnes() {
        return counting.stream().filter(slot -> slot.held() != null).count();
    }
}
