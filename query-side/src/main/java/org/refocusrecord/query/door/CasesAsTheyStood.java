package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.caseload.CaseFilter;
import org.refocusrecord.query.caseload.CaseListed;
import org.refocusrecord.query.caseload.Caseload.InScope;
import org.refocusrecord.query.door.CaseListController.Cases;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.record.CaseSummary;
import org.refocusrecord.query.record.Rosters;
import org.refocusrecord.web.query.QueryValues;
import org.springframework.http.ResponseEntity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The caseload as it stood, folded from the log. Who may read a case is told by today; which of
 * these were with a team, on a caseload or open, by the day that is asked for.
 */
public final class CasesAsTheyStood {

    private final CaseReads cases;
    private final CaseWalks walks;
    private final ReadPoints points;
    private final ViewPoints views;

    /** Through these cases. */
    public CasesAsTheyStood(CaseReads cases, CaseWalks walks, ReadPoints points, ViewPoints views) {
        this.cases = cases;
        this.walks = walks;
        this.points = points;
        this.views = views;
    }

    ResponseEntity<byte[]> list(Asking asking, CaseFilter filter, QueryValues query) {
        PinnedPage pinned = PinnedPage.of(query, points);
        ReadPoint point = pinned.point();
        CaseId last = pinned.caseId(0);
        List<InScope> listed = listed(asking, filter, point, last, query.limit() + 1);
        boolean more = listed.size() > query.limit();
        List<InScope> page = more ? listed.subList(0, query.limit()) : listed;
        String next = more ? pinned.next(page.getLast().listed().caseId()) : null;
        return views.answer(
                new Cases(
                        CaseListController.cases(page),
                        next,
                        point.day(),
                        point.asOf(),
                        point.knownAt()),
                asking.showing(CaseListController.roles(page)),
                point.position());
    }

    private List<InScope> listed(
            Asking asking, CaseFilter filter, ReadPoint point, @Nullable CaseId last, int most) {
        Rosters rosters = cases.rosters(point);
        List<InScope> listed = new ArrayList<>();
        try (CaseWalk walk = walks.readable(asking, point, points.today(), last)) {
            while (listed.size() < most && walk.hasNext()) {
                walk.see(some ->
                        some.stream()
                                .map(open -> listed(open, filter, point, rosters))
                                .flatMap(Optional::stream)
                                .limit(most - listed.size())
                                .forEach(listed::add));
            }
        }
        return listed;
    }

    /** As it is listed, if it is what is asked for. */
    private static Optional<InScope> listed(
            CaseReads.OpenCase open, CaseFilter filter, ReadPoint point, Rosters rosters) {
        Line line = open.at(point);
        CaseSummary summary = CaseSummary.of(line, point.day());
        return filter.matches(summary, line, point.day(), rosters)
                ? CaseListed.of(summary).map(each -> new InScope(each, open.role()))
                : Optional.empty();
    }
}
