package org.refocusrecord.query.door;

import org.refocusrecord.security.Role;
import org.refocusrecord.web.openapi.AnswerDescription;
import org.refocusrecord.web.openapi.EndpointDescription;
import org.refocusrecord.web.openapi.EndpointDescriptions;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.query.Queries;

import java.util.List;
import java.util.stream.Stream;

/** What can be read, for the OpenAPI document. */
public final class ReadEndpoints implements EndpointDescriptions {

    private static final String[] OF_A_RECORD =
            names(Role.WORKER, Role.TEAM_LEADER, Role.AUDITOR, Role.SERVICE_USER);

    @Override
    public List<EndpointDescription> endpoints() {
        return List.of(
                ofRecord(
                        "/api/v1/cases/{id}",
                        "A case in a few facts.",
                        CaseReadController.SUMMARY,
                        CaseReadController.Summary.class,
                        ProblemCode.CASE_UNKNOWN),
                ofRecord(
                        "/api/v1/cases/{id}/care-plan",
                        "The care plan, as it stood.",
                        CarePlanController.QUERY,
                        CarePlanAnswer.class,
                        ProblemCode.CASE_UNKNOWN),
                ofRecord(
                        "/api/v1/cases/{id}/events",
                        "The events of a case.",
                        CaseReadController.EVENTS,
                        CaseReadController.Page.class,
                        ProblemCode.CASE_UNKNOWN),
                ofRecord(
                        "/api/v1/sessions/{id}",
                        "A session as it was posted, with what was said about it since.",
                        SessionReadController.QUERY,
                        SessionReadController.Session.class,
                        ProblemCode.SESSION_UNKNOWN),
                audit(
                        "/api/v1/audit/goals",
                        "Who set which goal.",
                        AuditController.GOALS,
                        AuditController.Goals.class),
                audit(
                        "/api/v1/audit/responsibility",
                        "Steps and care actions by the set of parties responsible.",
                        AuditController.RESPONSIBILITY,
                        AuditController.Counts.class));
    }

    private static EndpointDescription ofRecord(
            String path, String summary, Queries query, Class<?> answer, ProblemCode unknown) {
        return EndpointDescription.get(path, summary)
                .roles(OF_A_RECORD)
                .query(query)
                .headers("Purpose")
                .answers(AnswerDescription.json(200, summary, answer).headers("X-Position"))
                .problems(unknown);
    }

    private static EndpointDescription audit(
            String path, String summary, Queries query, Class<?> answer) {
        return EndpointDescription.get(path, summary)
                .roles(names(Role.AUDITOR))
                .query(query)
                .headers("Purpose")
                .answers(AnswerDescription.json(200, summary, answer).headers("X-Position"));
    }

    private static String[] names(Role... roles) {
        return Stream.of(roles).map(Role::name).toArray(String[]::new);
    }
}
