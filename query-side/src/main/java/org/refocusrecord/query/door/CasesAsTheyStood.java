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

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

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
        List<String> place = query.place();
        ReadPoint point =
                place == null
                        ? points.of(query)
                        : ViewPoints.from(
                                place, () -> points.again(query, Instant.parse(place.get(1))));
        CaseId last =
                place == null ? null : ViewPoints.from(place, () -> CaseId.of(place.getFirst()));
        List<InScope> listed = listed(asking, filter, point, last, query.limit() + 1);
        boolean more = listed.size() > query.limit();
        List<InScope> page = more ? listed.subList(0, query.limit()) : listed;
        String next =
                more
                        ? query.next(
                                page.getLast().listed().caseId().toString(),
                                String.valueOf(point.knownAt()))
                        : null;
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
        Iterator<List<CaseReads.OpenCase>> walk =
                walks.readable(asking, point, points.today(), last);
        List<InScope> listed = new ArrayList<>();
        while (walk.hasNext() && listed.size() < most) {
            for (CaseReads.OpenCase open : walk.next()) {
                Line line = open.at(point);
                CaseSummary summary = CaseSummary.of(line, point.day());
                if (listed.size() < most && filter.matches(summary, line, point.day(), rosters)) {
                    CaseListed.of(summary)
                            .ifPresent(each -> listed.add(new InScope(each, open.role())));
                }
            }
        }
        return listed;
    }
}
