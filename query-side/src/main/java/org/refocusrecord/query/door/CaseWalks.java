package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.caseload.Candidate;
import org.refocusrecord.query.caseload.CandidateFilter;
import org.refocusrecord.query.caseload.CandidatePages;
import org.refocusrecord.query.caseload.Candidates;
import org.refocusrecord.query.caseload.Caseload;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;

/**
 * Lets somebody go through many cases as they stood at one point. A view tells which cases may be
 * meant, so it is waited for until it knows all that the point does.
 */
public final class CaseWalks {

    private static final String NO_TRUST = "";

    /** A first page should not wait for what it does not show. */
    private static final int FEW = 16;

    private static final int MANY = 256;

    private final CaseReads cases;
    private final Candidates candidates;
    private final Caseload caseload;
    private final ViewPoints views;

    /** Through these cases. */
    public CaseWalks(CaseReads cases, Candidates candidates, Caseload caseload, ViewPoints views) {
        this.cases = cases;
        this.candidates = candidates;
        this.caseload = caseload;
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

    /** The cases that somebody may read at all today, behind one; null: from the first. */
    CaseWalk readable(Caller caller, ReadPoint point, LocalDate today, @Nullable CaseId behind) {
        views.await(Caseload.VIEWS, point.position());
        Iterator<Candidate> readable =
                new CandidatePages(
                        (last, limit) ->
                                caseload.readable(
                                        caller, today, last == null ? behind : last, limit),
                        null,
                        FEW,
                        MANY);
        return new CaseWalk(cases, readable, new CaseWalk.Walker(caller, null, _ -> true));
    }

    /** Which cases are asked for; those with such goals, where goals are asked for. */
    record AuditedCases(
            @Nullable CaseId caseId,
            @Nullable TeamId teamId,
            CandidateFilter.@Nullable Goals goals) {

        AuditedCases(@Nullable CaseId caseId, @Nullable TeamId teamId) {
            this(caseId, teamId, null);
        }
    }

    /**
     * A sample of the cases of whoever audits a trust, in an order by chance that is the same for
     * the same seed, wherever and whenever it is drawn.
     */
    CaseWalk sampled(
            Caller caller,
            @Nullable Purpose purpose,
            ReadPoint point,
            AuditedCases which,
            long seed) {
        CaseWalk.Walker auditor = new CaseWalk.Walker(caller, purpose, Reader::auditor);
        Iterator<Candidate> found = found(auditor, point, which, null);
        return new CaseWalk(cases, new DrawnCases(found, seed).iterator(), auditor);
    }

    private CaseWalk through(
            CaseWalk.Walker walker, ReadPoint point, AuditedCases which, @Nullable CaseId from) {
        return new CaseWalk(cases, found(walker, point, which, from), walker);
    }

    private Iterator<Candidate> found(
            CaseWalk.Walker walker, ReadPoint point, AuditedCases which, @Nullable CaseId from) {
        if (which.caseId() != null) {
            return List.of(new Candidate(which.caseId(), 0)).iterator();
        }
        views.await(Candidates.VIEWS, point.position());
        Caller caller = walker.caller();
        String trust = caller.trust();
        CandidateFilter filter =
                new CandidateFilter(
                        trust == null ? NO_TRUST : trust,
                        which.teamId(),
                        caller.teams(),
                        which.goals());
        return new CandidatePages(
                (last, limit) -> candidates.after(last, filter, limit), from, FEW, MANY);
    }
}
