package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.caseload.CandidateFilter;
import org.refocusrecord.query.caseload.Candidates;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;

/**
 * Lets somebody go through many cases as they stood at one point. A view tells which cases may be
 * meant, so it is waited for until it knows all that the point does.
 */
public final class CaseWalks {

    private static final String NO_TRUST = "";

    private final CaseReads cases;
    private final Candidates candidates;
    private final ViewPoints views;

    /** Through these cases. */
    public CaseWalks(CaseReads cases, Candidates candidates, ViewPoints views) {
        this.cases = cases;
        this.candidates = candidates;
        this.views = views;
    }

    /** The cases of whoever audits a trust. */
    CaseWalk audited(
            Caller caller,
            @Nullable Purpose purpose,
            ReadPoint point,
            AuditedCases which,
            @Nullable CaseId from) {
        CaseWalk.Walker auditor = new CaseWalk.Walker(caller, purpose, Reader::auditor);
        return through(auditor, point, which, from);
    }

    /** The cases of whoever audits a trust or leads a team. */
    CaseWalk overseen(
            Caller caller, @Nullable Purpose purpose, ReadPoint point, AuditedCases which) {
        CaseWalk.Walker overseer =
                new CaseWalk.Walker(
                        caller, purpose, reader -> reader.auditor() || reader.staff() != null);
        return through(overseer, point, which, null);
    }

    /** Which cases are asked for. */
    record AuditedCases(@Nullable CaseId caseId, @Nullable TeamId teamId) {}

    private CaseWalk through(
            CaseWalk.Walker walker, ReadPoint point, AuditedCases which, @Nullable CaseId from) {
        if (which.caseId() == null) {
            views.await(Candidates.VIEWS, point.position());
        }
        Caller caller = walker.caller();
        String trust = caller.trust();
        CandidateFilter filter =
                new CandidateFilter(
                        trust == null ? NO_TRUST : trust, which.teamId(), caller.teams());
        return new CaseWalk(cases, candidates, filter, walker, which.caseId(), from);
    }
}
