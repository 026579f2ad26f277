package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.history.Disagreement;
import org.refocusrecord.query.history.Evidence;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Standing;

import java.util.ArrayList;
import java.util.List;

/** Follows one item along the line. */
final class Trace {

    private final Include include;
    private final Evidence evidence;
    private final boolean inError;
    private final List<Disagreement> disagreements = new ArrayList<>();
    private Evidence lastEntry;
    private @Nullable Evidence lastCorrection;

    private Trace(Fact brought, Include include) {
        this.include = include;
        this.evidence = brought.evidence();
        this.lastEntry = evidence;
        this.inError = !brought.isLive();
    }

    /** An item that this entry brought. */
    static Trace of(Fact brought, Include include) {
        return new Trace(brought, include);
    }

    /** The trail of something that is one entry and no more. */
    static Trail single(Fact fact, Include include) {
        Trace trace = of(fact, include);
        trace.madeBy(fact);
        return trace.trail(Standing.LIVE);
    }

    /** An entry, in its turn on the line, made the item what it is. */
    void madeBy(Fact fact) {
        lastEntry = fact.evidence();
        Evidence correction = fact.lastChange();
        if (correction != null) {
            lastCorrection = lastCorrection == null ? correction : lastCorrection.later(correction);
        }
        disagreements.addAll(
                include == Include.ALL
                        ? fact.disagreements()
                        : Disagreement.live(fact.disagreements()));
    }

    boolean isInError() {
        return inError;
    }

    Trail trail(Standing otherwise) {
        return new Trail(
                inError ? Standing.IN_ERROR : otherwise,
                evidence,
                lastCorrection == null ? lastEntry : lastEntry.later(lastCorrection),
                List.copyOf(disagreements));
    }
}
