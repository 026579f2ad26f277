package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.projection.Listed;
import org.refocusrecord.query.projection.ViewReads;
import org.refocusrecord.query.record.CaseSummary.State;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Lists of cases as they stand today, for whoever may read them. */
public final class Caseload {

    /** The views that are asked; the rosters of teams are in another than the cases. */
    public static final List<String> VIEWS = List.of(CaseloadView.NAME, "teams");

    private static final String OF_PERSON =
            "select case_id from refocus_views.case_file where service_user_id = :person"
                    + " order by case_id";

    private final ViewReads reads;

    /** Reads the views. */
    public Caseload(ViewReads reads) {
        this.reads = reads;
    }

    /**
     * A case that somebody may read.
     *
     * @param role in which it is read
     */
    public record InScope(CaseListed listed, Role role) {}

    /** The cases that somebody may read and asks for, by their ids. */
    public Listed<InScope> list(
            Caller caller,
            CaseFilter filter,
            LocalDate today,
            @Nullable List<String> after,
            int limit) {
        CaseId last = after == null ? null : CaseId.of(after.getFirst());
        CaseQuery query = new CaseQuery(today).readableBy(caller).matching(filter).after(last);
        return Listed.of(
                reads.ask(
                        VIEWS,
                        client ->
                                client.sql(query.sql(limit + 1))
                                        .params(query.parameters())
                                        .query((row, _) -> inScope(row))
                                        .list()),
                limit,
                item -> List.of(item.listed().caseId().toString()));
    }

    /** All cases of a person, those too that were opened in error. */
    public List<CaseId> ofPerson(ServiceUserId person) {
        return reads.ask(VIEWS, client -> ofPerson(client, person)).value();
    }

    private static List<CaseId> ofPerson(JdbcClient client, ServiceUserId person) {
        return client.sql(OF_PERSON)
                .param("person", person.value())
                .query((row, _) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }

    private static InScope inScope(ResultSet row) throws SQLException {
        return new InScope(listed(row), Role.valueOf(row.getString(9)));
    }

    /**
     * The cases that somebody may read today, whichever he or she asks for, behind one (null: from
     * the first), at most so many.
     */
    public List<Candidate> readable(
            Caller caller, LocalDate today, @Nullable CaseId last, int limit) {
        CaseQuery query = new CaseQuery(today).readableBy(caller).after(last);
        return reads.ask(
                        VIEWS,
                        client ->
                                client.sql(query.sql(limit))
                                        .params(query.parameters())
                                        .query((row, _) ->
                                                new Candidate(
                                                        new CaseId(row.getObject(1, UUID.class)),
                                                        row.getLong(8)))
                                        .list())
                .value();
    }

    private static CaseListed listed(ResultSet row) throws SQLException {
        UUID team = row.getObject(3, UUID.class);
        UUID coordinator = row.getObject(4, UUID.class);
        OffsetDateTime lastSession = row.getObject(7, OffsetDateTime.class);
        return new CaseListed(
                new CaseId(row.getObject(1, UUID.class)),
                new ServiceUserId(row.getObject(2, UUID.class)),
                team == null ? null : new TeamId(team),
                coordinator == null ? null : new Person(Party.STAFF, coordinator.toString()),
                row.getObject(5, LocalDate.class),
                State.valueOf(row.getString(6)),
                lastSession == null ? null : lastSession.toInstant(),
                row.getLong(8));
    }
}
