package org.refocusrecord.query.participation;

import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.caseload.Candidate;
import org.refocusrecord.query.caseload.CandidateBatches;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.projection.EventFeed;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.projection.ViewReads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** The cases that were ever said to be with a team, each folded anew from the log. */
public final class TeamCases {

    private static final String EVER_WITH =
            """
            select t.case_id, f.version
              from refocus_views.case_team t left join refocus_views.case_file f using (case_id)
             where t.team_id = ? order by t.case_id
            """;

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
        List<Candidate> all =
                reads.ask(
                                TeamParticipation.VIEWS,
                                client ->
                                        client.sql(EVER_WITH)
                                                .param(team.value())
                                                .query((row, _) -> candidate(row))
                                                .list())
                        .value();
        return new CandidateBatches(all.iterator());
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(new CaseId(row.getObject(1, UUID.class)), row.getLong(2), false);
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
