package org.refocusrecord.query.record;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.events.casefile.CareCoordinatorAssigned;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.CoordinatorRole;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;

/**
 * Who leads the care of one person; the latest on the line counts.
 *
 * @param careCoordinator the care coordinator
 * @param keyWorker the key worker
 */
public record Leads(@Nullable Person careCoordinator, @Nullable Person keyWorker) {

    /** Nobody leads. */
    public static final Leads NOBODY = new Leads(null, null);

    /** Who leads at the end of the line. */
    public static Leads of(Line line) {
        Leads leads = NOBODY;
        for (Fact fact : line.facts()) {
            if (fact.isLive()) {
                leads = leads.after(fact);
            }
        }
        return leads;
    }

    /** Who leads after one more fact. */
    public Leads after(Fact fact) {
        return switch (fact.event()) {
            case CaseOpened opened when opened.careCoordinatorId() != null ->
                    new Leads(staff(opened.careCoordinatorId()), keyWorker);
            case CareCoordinatorAssigned assigned
                    when assigned.role() == CoordinatorRole.CARE_COORDINATOR ->
                    new Leads(staff(assigned.workerId()), keyWorker);
            case CareCoordinatorAssigned assigned ->
                    new Leads(careCoordinator, staff(assigned.workerId()));
            default -> this;
        };
    }

    private static Person staff(WorkerId worker) {
        return new Person(Party.STAFF, worker.toString());
    }
}
