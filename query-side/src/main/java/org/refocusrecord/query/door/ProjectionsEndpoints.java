package org.refocusrecord.query.door;

import org.refocusrecord.query.projection.Parked;
import org.refocusrecord.query.projection.ProjectionStatus;
import org.refocusrecord.web.openapi.AnswerDescription;
import org.refocusrecord.web.openapi.AnswerForm;
import org.refocusrecord.web.openapi.EndpointDescription;
import org.refocusrecord.web.openapi.EndpointDescriptions;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.query.Queries;

import java.util.List;

/** How views are looked after, for the OpenAPI document. */
public final class ProjectionsEndpoints implements EndpointDescriptions {

    @Override
    public List<EndpointDescription> endpoints() {
        return List.of(
                list(
                        "/api/v1/projections",
                        "How the views are doing.",
                        ProjectionsController.LIST,
                        ProjectionStatus.class),
                list(
                        "/api/v1/parked",
                        "What waits because an event could not be applied.",
                        ParkedController.LIST,
                        Parked.class),
                done(
                                "pause",
                                "Lets a view stay where it is; where it is being rebuilt, the"
                                        + " rebuild, while the view goes on.")
                        .query(ProjectionsController.PAUSE),
                done("resume", "Lets a view move again, and its rebuild."),
                done(
                        "rebuild",
                        "Begins to rebuild a view from the log, beside the one that is read. It"
                                + " takes its place when both hold the same."),
                done("cancel", "Drops what was rebuilt of a view."),
                done(
                        "accept",
                        "Lets what was rebuilt of a view take its place though it differs, after it"
                                + " was told how. Of an administrator of all trusts."),
                EndpointDescription.post(
                                "/api/v1/parked/{caseId}/release",
                                "Applies what waits of a case (or team, or study) by the present"
                                        + " code.")
                        .roles(Readership.OPERATIONS.names())
                        .answers(answer("What still waits of it.", Parked.class))
                        .problems(ProblemCode.CASE_UNKNOWN));
    }

    private static EndpointDescription list(
            String path, String summary, Queries query, Class<?> each) {
        return EndpointDescription.get(path, summary)
                .roles(Readership.OPERATIONS.names())
                .query(query)
                .answers(answer(summary, each));
    }

    private static EndpointDescription done(String deed, String summary) {
        return EndpointDescription.post("/api/v1/projections/{name}/" + deed, summary)
                .roles(Readership.OPERATIONS.names())
                .answers(answer("How the views are doing.", ProjectionStatus.class))
                .problems(ProblemCode.PROJECTION_UNKNOWN);
    }

    private static AnswerDescription answer(String meaning, Class<?> each) {
        return AnswerDescription.json(200, meaning, AnswerForm.of(each).listed())
                .headers("X-Position");
    }
}
