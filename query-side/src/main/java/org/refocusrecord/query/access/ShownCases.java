package org.refocusrecord.query.access;

import org.refocusrecord.events.CaseId;
import org.refocusrecord.security.Role;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Cases that are shown together, in one answer: all of them are told, or none, and once. */
final class ShownCases implements Showing {

    private final Asking asking;
    private final Map<CaseId, Role> cases;
    private final AtomicBoolean told = new AtomicBoolean();

    /** With the role in which each is read. */
    ShownCases(Asking asking, Map<CaseId, Role> cases) {
        this.asking = asking;
        this.cases = Map.copyOf(cases);
    }

    @Override
    public void wasMade() {
        if (!cases.isEmpty() && told.compareAndSet(false, true)) {
            asking.shown(cases);
        }
    }
}
