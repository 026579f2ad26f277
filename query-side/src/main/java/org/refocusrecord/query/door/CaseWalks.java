package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.caseload.Candidate;
import org.refocusrecord.query.caseload.CandidateFilter;
import org.refocusrecord.query.caseload.CandidatePages;
import org.refocusrecord.query.caseload.Candidates;
import org.refocusrecord.query.caseload.Caseload;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;

/**
 * Lets somebody go through many cases as they stood at one point. A view tells which cases may be
 * meant, so it is waited for until it knows all that the point does. Whoever walks closes the walk;
 * where as many walk as may at once, the next is told {@code log.busy}.
 */
public final class CaseWalks {

    private static final String NO_TRUST = "";

    /** A first page should not wait for what it does not show. */
    private static final int FEW = 16;

    private static final int MANY = 256;

    private final CaseReads cases;
    private final Candidates candidates;
    private final StreamTrusts trusts;
    private final ViewPoints views;
    private final WalkTurns turns;

    /** Through these cases. */
    public CaseWalks(
            CaseReads cases,
            Candidates candidates,
            LogReads log,
            ViewPoints views,
            ReadSettings settings) {
        this.cases = cases;
        this.candidates = candidates;
        this.trusts = new StreamTrusts(log);
        this.views = views;
        this.turns = new WalkTurns(settings.mostWalks());
    }

    /** How many reads go through many cases on this node. */
    public int underWay() {
        return turns.underWay();
    }

    /** How many of these wait for their turn. */
    public int waiting() {
        return turns.waiting();
    }

    /** A page of the cases of whoever audits a trust, from one on; null: from the first. */
    CaseWalk page(Asking asking, ReadPoint point, AuditedCases which, @Nullable CaseId from) {
        return through(asking.inRoles(Role.AUDITOR), point, which, from, true);
    }

    /** The cases of whoever audits a trust. */
    CaseWalk audited(Asking asking, ReadPoint point, AuditedCases which) {
        return through(asking.inRoles(Role.AUDITOR), point, which, null, false);
    }

    /** The cases of whoever audits a trust or leads a team. */
    CaseWalk overseen(Asking asking, ReadPoint point, AuditedCases which) {
        return through(asking.inRoles(Role.AUDITOR, Role.TEAM_LEADER), point, which, null, false);
    }

    /** A page of the cases that somebody may read today, behind one; null: from the first. */
    CaseWalk readable(Asking asking, ReadPoint point, LocalDate today, @Nullable CaseId behind) {
        views.await(Caseload.VIEWS, point.position());
        Caller caller = asking.caller();
        Iterator<Candidate> readable =
                new CandidatePages(
                        (last, limit) ->
                                candidates.readable(
                                        caller, today, last == null ? behind : last, limit),
                        null,
                        FEW,
                        MANY,
                        each -> isMeant(each, caller));
        return walk(readable, asking, true);
    }

    /**
     * A sample of the cases of whoever audits a trust, in an order by chance that is the same for
     * the same seed, wherever and whenever it is drawn.
     */
    CaseWalk sampled(Asking asking, ReadPoint point, AuditedCases which, long seed) {
        Asking auditor = asking.inRoles(Role.AUDITOR);
        return which.caseId() != null
                ? named(auditor, which.caseId())
                : walk(
                        new DrawnCases(found(auditor, point, which, null), seed).iterator(),
                        auditor,
                        false);
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

    private CaseWalk through(
            Asking asking,
            ReadPoint point,
            AuditedCases which,
            @Nullable CaseId from,
            boolean page) {
        return which.caseId() != null
                ? named(asking, which.caseId())
                : walk(found(asking, point, which, from), asking, page);
    }

    private CaseWalk walk(Iterator<Candidate> candidates, Asking asking, boolean page) {
        return new CaseWalk(new CaseBatches(cases, candidates, asking), turns.begin(page));
    }

    /** That it was named and is out of scope is told, as of any case that is asked for alone. */
    private CaseWalk named(Asking asking, CaseId caseId) {
        return new CaseWalk(
                cases.openIfInScope(asking, caseId).map(List::of).stream().iterator(),
                turns.begin(true));
    }

    private Iterator<Candidate> found(
            Asking asking, ReadPoint point, AuditedCases which, @Nullable CaseId from) {
        Caller caller = asking.caller();
        // Whoever is of no trust and no team has no cases, and need not look for them.
        boolean nobody = caller.trust() == null && caller.teams() == null;
        CandidateFilter filter =
                new CandidateFilter(
                        nobody ? NO_TRUST : caller.trust(),
                        which.teamId(),
                        caller.teams(),
                        which.goals());
        views.await(Candidates.views(filter), point.position());
        return new CandidatePages(
                (last, limit) -> candidates.after(last, filter, limit),
                from,
                FEW,
                MANY,
                each -> isMeant(each, caller));
    }

    /** What cannot be read is no hindrance to whoever is of another trust. */
    private boolean isMeant(Candidate candidate, Caller caller) {
        return !candidate.waits() || trusts.isOneOf(caller, candidate.caseId());
    }
}
