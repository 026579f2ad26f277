package org.refocusrecord.bench;

import org.refocusrecord.events.CaseId;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Care plans of cases of twenty events, read by HTTP: by the leader of their team, with all their
 * texts. In turns, who read is kept and is thrown away.
 */
final class PlanReading {

    private static final int CASES = 64;

    private final AccessSwitch accesses;
    private final Door door;
    private final Ours ours;
    private final Story story;
    private final List<CaseId> cases = new ArrayList<>();

    PlanReading(Product product, Cast cast, Ours ours) throws Exception {
        this.accesses = product.part(AccessSwitch.class);
        this.ours = ours;
        this.story = new Story(cast);
        this.door =
                Door.of(
                        product,
                        TokenRequest.of(Role.TEAM_LEADER)
                                .trust(cast.trust())
                                .teams(cast.team())
                                .worker(cast.worker()));
    }

    Bout reading(int callers) {
        return new Bout(
                Names.ACCESS,
                callers,
                List.of(
                        Contestant.of(Names.NOTED, (many, _) -> reading(many, true)),
                        Contestant.of(Names.UNNOTED, (many, _) -> reading(many, false))));
    }

    private Work reading(int callers, boolean noted) {
        while (cases.size() < CASES) {
            CaseId made = story.newCase();
            ours.telling(made);
            cases.add(made);
        }
        accesses.turn(noted);
        Turns<CaseId> turns = Turns.of(cases, callers);
        return new Work() {
            @Override
            public void once(int caller) throws Exception {
                door.get("/cases/" + turns.next(caller) + "/care-plan");
            }

            @Override
            public void close() throws SQLException {
                accesses.turn(true);
            }
        };
    }
}
