package org.refocusrecord.query.participation;

import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.projection.EventFeed;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.projection.ViewReads;

import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Gatherers;

/** The cases that were ever said to be with a team, each folded anew from the log. */
public final class TeamCases {

    /** Few: how long they are is not known beforehand, and others wait meanwhile. */
    private static final int CASES_AT_ONCE = 8;

    private static final String EVER_WITH =
            "select case_id from refocus_views.case_team where team_id = ? order by case_id";

    private final ViewReads reads;
    private final EventFeed feed;
    private final ZoneId zone;

    /** Of these views, and this log. */
    public TeamCases(ViewReads reads, EventFeed feed, ZoneId zone) {
        this.reads = reads;
        this.feed = feed;
        this.zone = zone;
    }

    /** Their ids, some at a time. */
    Iterator<List<CaseId>> everWith(TeamId team) {
        List<CaseId> all =
                reads.ask(
                                TeamParticipation.VIEWS,
                                client ->
                                        client.sql(EVER_WITH)
                                                .param(team.value())
                                                .query((row, _) ->
                                                        new CaseId(row.getObject(1, UUID.class)))
                                                .list())
                        .value();
        return all.stream().gather(Gatherers.windowFixed(CASES_AT_ONCE)).iterator();
    }

    /** Some of them, as they stood. */
    List<Line> as(ReadPoint point, List<CaseId> some) {
        return some.stream()
                .map(caseId ->
                        CaseHistory.of(feed.stream("case/" + caseId), zone)
                                .as(point.asOf(), point.knownAt()))
                .toList();
    }
}
