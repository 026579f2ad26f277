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
                : walk(
                        finding.found(auditor.caller(), point, asked, from),
                        auditor,
                        turns.beginPage());
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
        return walk(
                finding.readable(asking.caller(), point, today, behind), asking, turns.beginPage());
    }

    /**
     * A sample of the cases of whoever audits a trust, in an order by chance that is the same for
     * the same seed, wherever and whenever it is drawn.
     */
    CaseWalk sampled(Asking asking, ReadPoint point, Asked asked, long seed) {
        Asking auditor = asking.inRoles(Role.AUDITOR);
        if (asked.caseId() != null) {
            return named(auditor, asked.caseId());
        }
        Iterator<Candidate> found = finding.found(auditor.caller(), point, asked, null);
        WalkTurns.Walk walk = turns.beginWhole();
        boolean drawn = false;
        try {
            CaseWalk sample = walk(drawn(walk, found, seed), auditor, walk);
            drawn = true;
            return sample;
        } finally {
            if (!drawn) {
                walk.close();
            }
        }
    }

    /** All of them are looked at for that, some in each turn. */
    private static Iterator<Candidate> drawn(
            WalkTurns.Walk walk, Iterator<Candidate> all, long seed) {
        DrawnCases drawn = new DrawnCases(seed);
        while (all.hasNext()) {
            walk.inTurn(() -> drawn.addSome(all));
        }
        return drawn.iterator();
    }

    private CaseWalk whole(Asking asking, ReadPoint point, Asked asked) {
        return walk(finding.found(asking.caller(), point, asked, null), asking, turns.beginWhole());
    }

    /** That views are waited for comes before a place is taken. */
    private CaseWalk walk(Iterator<Candidate> found, Asking asking, WalkTurns.Walk walk) {
        return new CaseWalk(new CaseBatches(cases, found, asking), walk);
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
