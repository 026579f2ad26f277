package org.refocusrecord.query.door;

import org.refocusrecord.web.openapi.AnswerDescription;
import org.refocusrecord.web.openapi.EndpointDescription;
import org.refocusrecord.web.openapi.EndpointDescriptions;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.query.Queries;

import java.util.List;

/** What auditors ask, for the OpenAPI document. */
public final class AuditEndpoints implements EndpointDescriptions {

    @Override
    public List<EndpointDescription> endpoints() {
        return List.of(
                audit(
                                "/api/v1/audit/goals",
                                "Who set which goal.",
                                GoalAuditController.GOALS,
                                GoalAuditController.Goals.class)
                        .answers(table()),
                audit(
                        "/api/v1/audit/responsibility",
                        "Steps and care actions by the set of parties responsible.",
                        ResponsibilityController.RESPONSIBILITY,
                        ResponsibilityController.Counts.class),
                audit(
                                "/api/v1/audit/cohorts",
                                "By whom goals were set and steps and actions taken on, in"
                                        + " cohorts.",
                                CohortController.COHORTS,
                                CohortController.Answer.class)
                        .answers(table()),
                EndpointDescription.get(
                                "/api/v1/audit/plan-actions",
                                "What stood in people's plans at a few dates, action by action.")
                        .roles(Readership.AUDITS.names())
                        .query(PlanAuditController.ACTIONS)
                        .headers("Purpose")
                        .answers(
                                AnswerDescription.lines(
                                                200,
                                                "A line an action and date.",
                                                ReadEndpoints.view(ActionPointRow.class))
                                        .headers("X-Position"))
                        .answers(table()),
                audit(
                                "/api/v1/audit/plan-responsibility",
                                "Who was responsible for what was to be done at a few dates.",
                                PlanAuditController.TABLE,
                                PlanAuditController.Table.class)
                        .answers(table())
                        .answers(
                                AnswerDescription.of(200, "As a picture.", "image/svg+xml")
                                        .headers("X-Position")),
                EndpointDescription.get(
                                "/api/v1/audit/access",
                                "Who read a person's record, the latest read first.")
                        .roles(Readership.ACCESSES.names())
                        .query(AccessController.QUERY)
                        .headers("Purpose")
                        .answers(
                                AnswerDescription.json(
                                                200,
                                                "Who read a person's record, the latest read"
                                                        + " first.",
                                                ReadEndpoints.view(AccessController.Accesses.class))
                                        .headers("X-Position"))
                        .problems(ProblemCode.CASE_UNKNOWN));
    }

    private static AnswerDescription table() {
        return AnswerDescription.of(
                        200,
                        "As a table, a row each: where there are more, the header Link says where"
                                + " the next are.",
                        "text/csv")
                .headers("X-Position", "Link");
    }

    private static EndpointDescription audit(
            String path, String summary, Queries query, Class<?> answer) {
        return EndpointDescription.get(path, summary)
                .roles(Readership.AUDITS.names())
                .query(query)
                .headers("Purpose")
                .answers(
                        AnswerDescription.json(200, summary, ReadEndpoints.view(answer))
                                .headers("X-Position"));
    }
}
