package org.refocusrecord.query.changes;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.careplan.GrowingPlan;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;

import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;

/** The plan as things happened: a step a fact, along the line of what is known. */
final class StepsAsHappened implements PlanSteps {

    private final List<Fact> facts;
    private final @Nullable Instant to;
    private final GrowingPlan plan;
    private int taken;

    /**
     * From a moment on (null: from the beginning), and not before a step.
     *
     * @param line what had happened as far as it is known
     */
    StepsAsHappened(Line line, @Nullable Instant from, @Nullable Instant to, int first) {
        this.facts = line.live();
        this.to = to;
        this.plan = new GrowingPlan(line);
        while (taken < facts.size() && (taken < first || isBefore(from))) {
            plan.grow(facts.get(taken++));
        }
    }

    private boolean isBefore(@Nullable Instant from) {
        return from != null && facts.get(taken).place().isBefore(from);
    }

    @Override
    public boolean hasNext() {
        return taken < facts.size() && (to == null || !facts.get(taken).place().isAfter(to));
    }

    @Override
    public int number() {
        return taken;
    }

    @Override
    public Cause next() {
        Fact fact = facts.get(taken++);
        plan.grow(fact);
        return Cause.happened(fact);
    }

    @Override
    public SequencedMap<ItemKey, Object> items() {
        return PlanItems.of(plan.now());
    }
}
