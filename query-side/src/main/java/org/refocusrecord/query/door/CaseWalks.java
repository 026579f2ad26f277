package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.caseload.Candidate;
import org.refocusrecord.query.caseload.CandidateFilter;
import org.refocusrecord.query.caseload.CandidatePages;
import org.refocusrecord.query.caseload.Candidates;
import org.refocusrecord.query.caseload.Caseload;
import org.refocusrecord.query.door.CaseReads.OpenCase;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;

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

    /** The cases of whoever audits a trust, from one on; null: from the first. */
    Iterator<List<OpenCase>> audited(
            Asking asking, ReadPoint point, AuditedCases which, @Nullable CaseId from) {
        return through(asking.inRoles(Role.AUDITOR), point, which, from);
    }

    /** The cases of whoever audits a trust or leads a team. */
    Iterator<List<OpenCase>> overseen(Asking asking, ReadPoint point, AuditedCases which) {
        return through(asking.inRoles(Role.AUDITOR, Role.TEAM_LEADER), point, which, null);
    }

    /** The cases that somebody may read at all today, behind one; null: from the first. */
    Iterator<List<OpenCase>> readable(
            Asking asking, ReadPoint point, LocalDate today, @Nullable CaseId behind) {
        views.await(Caseload.VIEWS, point.position());
        Iterator<Candidate> readable =
                new CandidatePages(
                        (last, limit) ->
                                caseload.readable(
                                        asking.caller(),
                                        today,
                                        last == null ? behind : last,
                                        limit),
                        null,
                        FEW,
                        MANY);
        return new CaseWalk(cases, readable, asking);
    }

    /**
     * A sample of the cases of whoever audits a trust, in an order by chance that is the same for
     * the same seed, wherever and whenever it is drawn.
     */
    Iterator<List<OpenCase>> sampled(
            Asking asking, ReadPoint point, AuditedCases which, long seed) {
        Asking auditor = asking.inRoles(Role.AUDITOR);
        return which.caseId() != null
                ? named(auditor, which.caseId())
                : new CaseWalk(
                        cases,
                        new DrawnCases(found(auditor, point, which, null), seed).iterator(),
                        auditor);
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

    private Iterator<List<OpenCase>> through(
            Asking asking, ReadPoint point, AuditedCases which, @Nullable CaseId from) {
        return which.caseId() != null
                ? named(asking, which.caseId())
                : new CaseWalk(cases, found(asking, point, which, from), asking);
    }

    /** That it was named and is out of scope is told, as of any case that is asked for alone. */
    private Iterator<List<OpenCase>> named(Asking asking, CaseId caseId) {
        return cases.openIfInScope(asking, caseId).map(List::of).stream().iterator();
    }

    private Iterator<Candidate> found(
            Asking asking, ReadPoint point, AuditedCases which, @Nullable CaseId from) {
        views.await(Candidates.VIEWS, point.position());
        Caller caller = asking.caller();
        // Whoever is of no trust and no team has no cases, and need not look for them.
        boolean nobody = caller.trust() == null && caller.teams() == null;
        CandidateFilter filter =
                new CandidateFilter(
                        nobody ? NO_TRUST : caller.trust(),
                        which.teamId(),
                        caller.teams(),
                        which.goals());
        return new CandidatePages(
                (last, limit) -> candidates.after(last, filter, limit), from, FEW, MANY);
    }
}
