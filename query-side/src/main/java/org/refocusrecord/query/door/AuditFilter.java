package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;

import java.util.List;

/** Which cases and people an audit is asked for. */
final class AuditFilter {

    static final QueryParameter<String> TRUST =
            QueryParameter.text("trust", "Cases of this trust.", 40);
    static final QueryParameter<TeamId> TEAM =
            QueryParameter.id("teamId", "Cases of this team.", TeamId::new);
    static final QueryParameter<CaseId> CASE =
            QueryParameter.id("caseId", "This case.", CaseId::new);
    static final QueryParameter<Party> PARTY =
            QueryParameter.code("party", "With somebody of this party.", Party.class);
    static final QueryParameter<WorkerId> WORKER =
            QueryParameter.id("workerId", "With this worker.", WorkerId::new);

    private AuditFilter() {}

    /** Of the trust that it was opened with, as rights are, though the opening be in error. */
    static boolean isOfTrust(QueryValues query, CaseHistory history) {
        String trust = query.get(TRUST);
        return trust == null || trust.equals(history.trust());
    }

    static boolean isOf(QueryValues query, CaseHistory history, @Nullable TeamId ofCase) {
        TeamId team = query.get(TEAM);
        return isOfTrust(query, history) && (team == null || team.equals(ofCase));
    }

    static boolean involves(QueryValues query, List<Person> people) {
        Party party = query.get(PARTY);
        WorkerId worker = query.get(WORKER);
        return (party == null || people.stream().anyMatch(who -> who.party() == party))
                && (worker == null || people.contains(new Person(Party.STAFF, worker.toString())));
    }
}
