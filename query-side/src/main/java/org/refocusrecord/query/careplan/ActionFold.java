package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.careaction.CareActionAdded;
import org.refocusrecord.events.careaction.CareActionChanged;
import org.refocusrecord.events.careaction.CareActionRemoved;
import org.refocusrecord.query.history.Standing;

import java.util.List;

/** One care action along the line. */
final class ActionFold implements Items.Item {

    private final Trace trace;
    private CareActionAdded terms;
    private @Nullable CareActionRemoved removed;

    ActionFold(Trace trace, CareActionAdded added) {
        this.trace = trace;
        this.terms = added;
    }

    @Override
    public Trace trace() {
        return trace;
    }

    void after(CareActionChanged changed) {
        terms =
                new CareActionAdded(
                        terms.entryId(),
                        terms.actionId(),
                        Given.or(changed.description(), terms.description()),
                        Given.or(changed.responsible(), terms.responsible()),
                        Given.or(changed.focus(), terms.focus()),
                        Given.orElse(changed.arisesFrom(), terms.arisesFrom()),
                        Given.orElse(changed.because(), terms.because()),
                        Given.orElse(changed.personsView(), terms.personsView()));
    }

    void after(CareActionRemoved gone) {
        removed = gone;
    }

    PlanAction view() {
        return new PlanAction(
                terms.actionId(),
                terms.description(),
                terms.responsible(),
                terms.focus(),
                terms.because(),
                terms.personsView(),
                Given.list(terms.arisesFrom()),
                removed == null ? null : removed.outcome(),
                removed == null ? List.of() : Given.list(removed.doneBy()),
                trace.trail(removed == null ? Standing.LIVE : Standing.REMOVED));
    }
}
