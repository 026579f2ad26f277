package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.caseload.Candidate;
import org.refocusrecord.query.door.CaseFinding.Asked;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.walk.WalkTurns;
import org.refocusrecord.security.Role;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;

/**
 * Lets somebody go through many cases as they stood at one point. Whoever walks closes the walk;
 * where as many walk as may at once, the next is told {@code log.busy}, and no case was opened.
 */
public final class CaseWalks {

    private final CaseReads cases;
    private final CaseFinding finding;
    private final WalkTurns turns;

    /** Through these cases. */
    public CaseWalks(CaseReads cases, CaseFinding finding, WalkTurns turns) {
        this.cases = cases;
        this.finding = finding;
        this.turns = turns;
    }

    /** A page of the cases of whoever audits a trust, from one on; null: from the first. */
    CaseWalk page(Asking asking, ReadPoint point, Asked asked, @Nullable CaseId from) {
        Asking auditor = asking.inRoles(Role.AUDITOR);
        return asked.caseId() != null
                ? named(auditor, asked.caseId())
                : pageOf(finding.found(auditor.caller(), point, asked, from), auditor);
    }

    /** The cases of whoever audits a trust. */
    CaseWalk audited(Asking asking, ReadPoint point, Asked asked) {
        Asking auditor = asking.inRoles(Role.AUDITOR);
        return asked.caseId() != null
                ? named(auditor, asked.caseId())
                : whole(auditor, point, asked);
    }

    /** The cases of whoever audits a trust or leads a team. */
    CaseWalk overseen(Asking asking, ReadPoint point, Asked asked) {
        return whole(asking.inRoles(Role.AUDITOR, Role.TEAM_LEADER), point, asked);
    }

    /** A page of the cases that somebody may read today, behind one; null: from the first. */
    CaseWalk readable(Asking asking, ReadPoint point, LocalDate today, @Nullable CaseId behind) {
        return pageOf(finding.readable(asking.caller(), point, today, behind), asking);
    }

    /** A sample of the cases of whoever audits a trust: all of them, in an order by chance. */
    CaseWalk sampled(Asking asking, ReadPoint point, Asked asked, long seed) {
        Asking auditor = asking.inRoles(Role.AUDITOR);
        if (asked.caseId() != null) {
            return named(auditor, asked.caseId());
        }
        return wholeOf(finding.drawn(auditor.caller(), point, asked, seed), auditor);
    }

    private CaseWalk whole(Asking asking, ReadPoint point, Asked asked) {
        return wholeOf(finding.found(asking.caller(), point, asked, null), asking);
    }

    /** Views were waited for before this, and so before a place is taken. */
    private CaseWalk wholeOf(Iterator<Candidate> found, Asking asking) {
        return new CaseWalk(new CaseBatches(cases, found, asking), turns.beginWhole());
    }

    private CaseWalk pageOf(Iterator<Candidate> found, Asking asking) {
        return new CaseWalk(new CaseBatches(cases, found, asking), turns.beginPage());
    }

    /**
     * One alone, which is no walk. That it was named and is out of scope is told, as of any case
     * that is asked for alone.
     */
    private CaseWalk named(Asking asking, CaseId caseId) {
        return new CaseWalk(
                cases.openIfInScope(asking, caseId).map(List::of).stream().iterator(), null);
    }
}
