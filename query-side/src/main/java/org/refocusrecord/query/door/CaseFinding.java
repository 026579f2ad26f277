package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.caseload.Candidate;
import org.refocusrecord.query.caseload.CandidateBatches;
import org.refocusrecord.query.caseload.CandidateFilter;
import org.refocusrecord.query.caseload.CandidatePages;
import org.refocusrecord.query.caseload.Candidates;
import org.refocusrecord.query.caseload.Caseload;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.security.Caller;

import java.time.LocalDate;
import java.util.Iterator;

/**
 * Finds the cases that may be meant, by their ids. A view tells which, so it is waited for until it
 * knows all that the point does.
 */
public final class CaseFinding {

    private static final String NO_TRUST = "";

    /** A first page should not wait for what it does not show. */
    private static final int FEW = CandidateBatches.CASES_AT_ONCE;

    private static final int MANY = 256;

    /** Each time all are looked at. */
    private static final int MANY_THAT_ARE_DRAWN = 8_192;

    private final Candidates candidates;
    private final StreamTrusts trusts;
    private final ViewPoints views;

    /** In these views; what they do not know is asked of the log. */
    public CaseFinding(Candidates candidates, LogReads log, ViewPoints views) {
        this.candidates = candidates;
        this.trusts = new StreamTrusts(log);
        this.views = views;
    }

    /**
     * Which cases are asked for.
     *
     * @param caseId this one alone
     * @param teamId those that were ever said to be with this team
     * @param goals those with such goals, where goals are asked for
     */
    record Asked(
            @Nullable CaseId caseId,
            @Nullable TeamId teamId,
            CandidateFilter.@Nullable Goals goals) {

        Asked(@Nullable CaseId caseId, @Nullable TeamId teamId) {
            this(caseId, teamId, null);
        }
    }

    /** Those of a caller's trust and teams, from one on; null: from the first. */
    Iterator<Candidate> found(Caller caller, ReadPoint point, Asked asked, @Nullable CaseId from) {
        CandidateFilter filter = filter(caller, asked);
        views.await(Candidates.views(filter), point.position());
        return new CandidatePages(
                (last, limit) -> candidates.after(last, filter, limit),
                from,
                FEW,
                MANY,
                each -> isMeant(each, caller));
    }

    /**
     * The same in an order by chance that is the same for the same seed, wherever and whenever they
     * are drawn.
     */
    Iterator<Candidate> drawn(Caller caller, ReadPoint point, Asked asked, long seed) {
        CandidateFilter filter = filter(caller, asked);
        views.await(Candidates.views(filter), point.position());
        return new CandidatePages(
                (last, limit) -> candidates.drawn(seed, last, filter, limit),
                null,
                FEW,
                MANY_THAT_ARE_DRAWN,
                each -> isMeant(each, caller));
    }

    private static CandidateFilter filter(Caller caller, Asked asked) {
        // Whoever is of no trust and no team has no cases, and need not look for them.
        boolean nobody = caller.trust() == null && caller.teams() == null;
        return new CandidateFilter(
                nobody ? NO_TRUST : caller.trust(), asked.teamId(), caller.teams(), asked.goals());
    }

    /** Those that a caller may read today, behind one; null: from the first. */
    Iterator<Candidate> readable(
            Caller caller, ReadPoint point, LocalDate today, @Nullable CaseId behind) {
        views.await(Caseload.VIEWS, point.position());
        return new CandidatePages(
                (last, limit) ->
                        candidates.readable(caller, today, last == null ? behind : last, limit),
                null,
                FEW,
                MANY,
                each -> isMeant(each, caller));
    }

    /** What cannot be read is no hindrance to whoever is of another trust. */
    private boolean isMeant(Candidate candidate, Caller caller) {
        return !candidate.waits() || trusts.isOneOf(caller, candidate.caseId());
    }
}
