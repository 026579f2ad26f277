package org.refocusrecord.query.door;

import org.refocusrecord.query.careplan.CarePlan;
import org.refocusrecord.query.careplan.Trail;
import org.refocusrecord.query.participation.Participation;
import org.refocusrecord.query.team.Team;
import org.refocusrecord.web.openapi.AnswerDescription;
import org.refocusrecord.web.openapi.AnswerForm;
import org.refocusrecord.web.openapi.EndpointDescription;
import org.refocusrecord.web.openapi.EndpointDescriptions;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.query.Queries;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What can be read of cases, teams and studies, for the OpenAPI document. */
public final class ReadEndpoints implements EndpointDescriptions {

    @Override
    public List<EndpointDescription> endpoints() {
        return List.of(
                ofRecord(
                        "/api/v1/cases/{id}",
                        "A case in a few facts; its version as ETag.",
                        CaseReadController.QUERY,
                        CaseReadController.Summary.class,
                        ProblemCode.CASE_UNKNOWN,
                        "ETag"),
                ofRecord(
                        "/api/v1/cases/{id}/care-plan",
                        "The care plan, as it stood.",
                        CarePlanController.QUERY,
                        CarePlan.class,
                        ProblemCode.CASE_UNKNOWN),
                ofRecord(
                        "/api/v1/cases/{id}/care-plan/changes",
                        "What changed in the care plan, item by item and field by field.",
                        PlanChangesController.QUERY,
                        PlanChangesController.Page.class,
                        ProblemCode.CASE_UNKNOWN),
                ofRecord(
                        "/api/v1/cases/{id}/timeline",
                        "What happened in a case, one thing after the other.",
                        TimelineController.QUERY,
                        TimelineController.Page.class,
                        ProblemCode.CASE_UNKNOWN),
                EndpointDescription.get(
                                "/api/v1/care-plans",
                                "The care plans of a whole service, as they stood.")
                        .roles(Readership.PLANS.names())
                        .query(CarePlansController.QUERY)
                        .headers("Purpose")
                        .answers(
                                AnswerDescription.lines(
                                                200,
                                                "A plan a line, in the order of the cases' ids.",
                                                view(CarePlan.class))
                                        .headers("X-Position")),
                ofRecord(
                                "/api/v1/cases/{id}/events",
                                "The events of a case.",
                                CaseEventsController.QUERY,
                                CaseEventsController.Page.class,
                                ProblemCode.CASE_UNKNOWN)
                        .answers(
                                AnswerDescription.lines(
                                                200,
                                                "As lines, an event each: where there are more, the"
                                                        + " header Link says where the next are.",
                                                view(ShownEvent.class))
                                        .headers("X-Position", "Link")),
                ofRecord(
                        "/api/v1/sessions/{id}",
                        "A session as it was posted, with what was said about it since.",
                        SessionReadController.QUERY,
                        SessionReadController.Session.class,
                        ProblemCode.SESSION_UNKNOWN),
                withPurpose(
                        list(
                                "/api/v1/cases",
                                "The caseload.",
                                CaseListController.QUERY,
                                CaseListController.Cases.class,
                                Readership.RECORDS)),
                list(
                        "/api/v1/teams",
                        "All teams.",
                        TeamReadController.LIST,
                        TeamReadController.Page.class,
                        Readership.AT_WORK),
                list(
                        "/api/v1/teams/{id}",
                        "A team, as it stood.",
                        TeamReadController.ONE,
                        Team.class,
                        Readership.AT_WORK),
                list(
                        "/api/v1/teams/{id}/participation",
                        "How a team takes part.",
                        ParticipationController.QUERY,
                        Participation.class,
                        Readership.PARTICIPATION),
                withPurpose(
                        list(
                                "/api/v1/teams/{id}/notices",
                                "What is odd in a team's cases, and its data gaps.",
                                TeamNoticesController.QUERY,
                                TeamNoticesController.Notices.class,
                                Readership.NOTICES)),
                list(
                        "/api/v1/studies/{id}",
                        "A study.",
                        StudyReadController.QUERY,
                        StudyReadController.Study.class,
                        Readership.AT_WORK),
                withPurpose(
                        list(
                                "/api/v1/retention",
                                "The records that somebody has to look at again.",
                                RetentionController.RETENTION,
                                RetentionController.Due.class,
                                Readership.OPERATIONS)));
    }

    private static EndpointDescription ofRecord(
            String path,
            String summary,
            Queries query,
            Class<?> answer,
            ProblemCode unknown,
            String... headers) {
        List<String> sent = Stream.concat(Stream.of("X-Position"), Arrays.stream(headers)).toList();
        return EndpointDescription.get(path, summary)
                .roles(Readership.RECORDS.names())
                .query(query)
                .headers("Purpose")
                .answers(
                        AnswerDescription.json(200, summary, view(answer))
                                .headers(sent.toArray(String[]::new)))
                .problems(unknown);
    }

    private static EndpointDescription list(
            String path, String summary, Queries query, Class<?> answer, Readership readers) {
        return EndpointDescription.get(path, summary)
                .roles(readers.names())
                .query(query)
                .answers(AnswerDescription.json(200, summary, view(answer)).headers("X-Position"))
                .problems(unknown(path));
    }

    /** Of persons' records: what for goes into the access log. */
    private static EndpointDescription withPurpose(EndpointDescription read) {
        return read.headers("Purpose");
    }

    private static ProblemCode[] unknown(String path) {
        if (path.startsWith("/api/v1/teams/")) {
            return new ProblemCode[] {ProblemCode.TEAM_UNKNOWN};
        }
        return path.startsWith("/api/v1/studies/")
                ? new ProblemCode[] {ProblemCode.STUDY_UNKNOWN}
                : new ProblemCode[] {};
    }

    /** As {@link ViewJson} writes it. */
    static AnswerForm view(Class<?> answer) {
        return AnswerForm.of(answer)
                .flattening(Trail.class, ShownEvent.class)
                .sometimes("standing", "answers", "scores");
    }
}
