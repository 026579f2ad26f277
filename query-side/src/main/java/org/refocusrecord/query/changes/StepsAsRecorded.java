package org.refocusrecord.query.changes;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.query.careplan.GrowingPlan;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.GrowingLine;
import org.refocusrecord.query.history.Line;

import java.time.Instant;
import java.util.SequencedMap;

/** The plan as it became known: a step an event, in the order of recording. */
final class StepsAsRecorded implements PlanSteps {

    private final CaseHistory history;
    private final @Nullable Instant asOf;
    private final @Nullable Instant to;
    private final GrowingLine line;
    private final GrowingPlan plan;

    /**
     * From a moment on (null: from the beginning), and not before a step.
     *
     * @param frame the line as it is bound: what had happened until when, as known when
     */
    StepsAsRecorded(
            CaseHistory history,
            Line frame,
            @Nullable Instant from,
            @Nullable Instant to,
            int first) {
        this.history = history;
        this.asOf = frame.asOf();
        this.to = to;
        this.line = history.growing(frame.knownAt());
        this.plan = new GrowingPlan(frame);
        line.know(line.before(from, first));
        plan.anew(line.live(asOf));
    }

    @Override
    public boolean hasNext() {
        return !line.isWhole() && (to == null || !line.next().recordedAt().isAfter(to));
    }

    @Override
    public int number() {
        return line.known();
    }

    @Override
    public Cause next() {
        RecordedEvent event = line.next();
        Fact fact = line.learn();
        if (fact == null) {
            plan.anew(line.live(asOf));
            return Cause.said(event, history.shown(event));
        }
        if (asOf == null || !fact.place().isAfter(asOf)) {
            if (plan.endsBefore(fact)) {
                plan.grow(fact);
            } else {
                plan.anew(line.live(asOf));
            }
        }
        return Cause.recorded(fact);
    }

    @Override
    public SequencedMap<ItemKey, Object> items() {
        return PlanItems.of(plan.now());
    }
}
