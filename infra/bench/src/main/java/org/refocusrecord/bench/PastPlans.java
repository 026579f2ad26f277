package org.refocusrecord.bench;

import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.query.careplan.CarePlan;
import org.refocusrecord.query.careplan.Include;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Care plans as they stand and as they stood: by HTTP with all their texts, beside the fold alone,
 * the temporal table, and the bare rows of the case.
 */
final class PastPlans implements AutoCloseable {

    private static final String ROWS =
            "select payload from refocus_log.event where stream = ? order by sequence";

    private final People people;
    private final Door door;
    private final LogReads log;
    private final TemporalTable.Asker byCase;
    private final TemporalTable.Asker byTime;
    private final Connection connection;
    private final PreparedStatement rows;

    PastPlans(Product product, People people, TemporalTable table) throws Exception {
        this.people = people;
        Cast cast = people.cast();
        this.door =
                Door.of(
                        product,
                        TokenRequest.of(Role.TEAM_LEADER)
                                .trust(cast.trust())
                                .teams(cast.team())
                                .worker(cast.worker()));
        this.log = product.part(LogReads.class);
        this.byCase = table.asker(TemporalTable.Index.BY_CASE);
        this.byTime = table.asker(TemporalTable.Index.BY_TIME);
        this.connection = table.connection();
        this.rows = connection.prepareStatement(ROWS);
    }

    /** Each of them by each clock; throws where a plan is not that of the temporal table. */
    void compare(int most) throws Exception {
        for (PastPlan.Clock clock : PastPlan.Clock.values()) {
            for (PastPlan plan : people.plans(clock).stream().limit(most).toList()) {
                List<String> ours = PlanContent.of(door.get(plan.path()));
                for (TemporalTable.Asker peer : List.of(byCase, byTime)) {
                    requireSame(plan, ours, peer.plan(plan).stream().sorted().toList());
                }
            }
        }
    }

    private static void requireSame(PastPlan plan, List<String> ours, List<String> theirs) {
        if (!ours.equals(theirs)) {
            throw new IllegalStateException(
                    plan.path() + " is not the same: " + difference(ours, theirs));
        }
    }

    private static String difference(List<String> ours, List<String> theirs) {
        List<String> only = new ArrayList<>(ours);
        only.removeAll(theirs);
        List<String> other = new ArrayList<>(theirs);
        other.removeAll(ours);
        return "only in the plan " + only + ", only in the table " + other;
    }

    /** One of them again and again, or all of them in turn. */
    Timing reading(String whose, PastPlan.Clock clock, boolean again) {
        List<PastPlan> plans = people.plans(clock);
        List<PastPlan> asked = again ? plans.subList(0, 1) : plans;
        String name =
                "%s, %s, %s".formatted(whose, clock.words(), again ? "one again" : "all in turn");
        return new Timing(
                name,
                List.of(
                        new Timing.Way(Names.HTTP, call -> door.get(of(asked, call).path())),
                        new Timing.Way(Names.FOLDED, call -> folded(of(asked, call))),
                        new Timing.Way(Names.BY_CASE, call -> byCase.plan(of(asked, call))),
                        new Timing.Way(Names.BY_TIME, call -> byTime.plan(of(asked, call))),
                        new Timing.Way(Names.ROWS, call -> read(of(asked, call)))));
    }

    private static PastPlan of(List<PastPlan> plans, int call) {
        return plans.get(call % plans.size());
    }

    /** No texts, no notices, and not as JSON. */
    private void folded(PastPlan asked) {
        CaseHistory history = CaseHistory.of(log.stream("case/" + asked.caseId()), PastPlan.ZONE);
        Line line = history.as(asked.happened(), asked.knownAt());
        CarePlan plan = CarePlan.of(line, Include.LIVE, List.of(), line.position());
        if (plan.goals().isEmpty()) {
            throw new IllegalStateException("no goal");
        }
    }

    private void read(PastPlan asked) throws SQLException {
        rows.setString(1, "case/" + asked.caseId());
        try (ResultSet found = rows.executeQuery()) {
            while (found.next()) {
                found.getBytes(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        byCase.close();
        byTime.close();
        rows.close();
        connection.close();
    }
}
