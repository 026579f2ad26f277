package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.record.Leads;

import java.util.List;

/**
 * A care plan fact by fact, along the line: after each it is the plan of the line up to there.
 *
 * <p>What an entry names stands before it, but for the goals that a conversation of its own session
 * was about; these are no part of the plan. So the two passes of a whole fold can be taken
 * together.
 */
public final class GrowingPlan {

    private final Line line;
    private PlanFold fold = new PlanFold(Include.LIVE);
    private Leads leads = Leads.NOBODY;
    private @Nullable Fact last;

    /** Of the case of this line, with nothing in it. */
    public GrowingPlan(Line line) {
        this.line = line;
    }

    /** Another line from its beginning: what was known has changed. */
    public void anew(List<Fact> live) {
        fold = new PlanFold(Include.LIVE);
        leads = Leads.NOBODY;
        last = null;
        live.forEach(this::grow);
    }

    /** Whether a fact stands behind all that are in the plan. */
    public boolean endsBefore(Fact fact) {
        return last == null || !fact.place().isBefore(last.place());
    }

    /** One more fact that holds, behind all others. */
    public void grow(Fact fact) {
        fold.grow(fact);
        leads = leads.after(fact);
        last = fact;
    }

    /** The plan as it stands now; its notices are left out. */
    public CarePlan now() {
        return fold.plan(line, leads, List.of(), line.position());
    }
}
