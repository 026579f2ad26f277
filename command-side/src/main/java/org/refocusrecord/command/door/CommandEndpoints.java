package org.refocusrecord.command.door;

import org.refocusrecord.eventlog.ReceiptJson;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.openapi.AnswerDescription;
import org.refocusrecord.web.openapi.BodyDescription;
import org.refocusrecord.web.openapi.EndpointDescription;
import org.refocusrecord.web.openapi.EndpointDescriptions;
import org.refocusrecord.web.problem.ProblemCode;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the doors for commands offer, for the OpenAPI document. */
public final class CommandEndpoints implements EndpointDescriptions {

    private static final String[] STAFF =
            names(Role.CLINICAL_SYSTEM, Role.WORKER, Role.TEAM_LEADER);
    private static final String[] STAFF_AND_PERSON =
            names(Role.CLINICAL_SYSTEM, Role.WORKER, Role.TEAM_LEADER, Role.SERVICE_USER);

    private static final ProblemCode[] PROBLEMS = {
        ProblemCode.CASE_UNKNOWN,
        ProblemCode.RECORDED_BY_NOT_YOU,
        ProblemCode.TRUST_NOT_YOURS,
        ProblemCode.COMMAND_CONTENT_DIFFERS,
        ProblemCode.ID_TAKEN,
        ProblemCode.WORDS_ERASED,
        ProblemCode.VERSION_STALE,
        ProblemCode.REFERENCE_UNKNOWN,
        ProblemCode.REFERENCE_WRONG_KIND,
        ProblemCode.PARTY_UNKNOWN,
        ProblemCode.PARTY_AMBIGUOUS,
        ProblemCode.PARTY_ID_MISSING,
        ProblemCode.PARTY_TWICE,
        ProblemCode.LOG_NOT_REACHABLE
    };

    private static final ProblemCode[] OF_ENTRIES = {
        ProblemCode.CASE_UNKNOWN,
        ProblemCode.RECORDED_BY_NOT_YOU,
        ProblemCode.SESSION_CONTENT_DIFFERS,
        ProblemCode.COMMAND_CONTENT_DIFFERS,
        ProblemCode.ID_TAKEN,
        ProblemCode.WORDS_ERASED,
        ProblemCode.VERSION_STALE,
        ProblemCode.REFERENCE_UNKNOWN,
        ProblemCode.REFERENCE_WRONG_KIND,
        ProblemCode.TIME_BEFORE_REFERENCE,
        ProblemCode.LATE_REASON_MISSING,
        ProblemCode.PARTY_UNKNOWN,
        ProblemCode.PARTY_AMBIGUOUS,
        ProblemCode.PARTY_ID_MISSING,
        ProblemCode.PARTY_TWICE,
        ProblemCode.CONTRACT_NEEDS_BOTH,
        ProblemCode.ACCEPTANCE_NOT_OWN_ACT,
        ProblemCode.ATTAINMENT_NOT_OWN,
        ProblemCode.MEASURE_NEEDS_GOAL,
        ProblemCode.OWN_ENTRY_ANOTHER_PERSON,
        ProblemCode.LOG_NOT_REACHABLE
    };

    private static final ProblemCode[] OF_CORRECTIONS = {
        ProblemCode.CASE_UNKNOWN,
        ProblemCode.TEAM_UNKNOWN,
        ProblemCode.STUDY_UNKNOWN,
        ProblemCode.RECORDED_BY_NOT_YOU,
        ProblemCode.COMMAND_CONTENT_DIFFERS,
        ProblemCode.ID_TAKEN,
        ProblemCode.WORDS_ERASED,
        ProblemCode.VERSION_STALE,
        ProblemCode.REFERENCE_UNKNOWN,
        ProblemCode.REFERENCE_WRONG_KIND,
        ProblemCode.TIME_BEFORE_REFERENCE,
        ProblemCode.WORDS_NOT_YOURS,
        ProblemCode.ENTRY_IN_ERROR,
        ProblemCode.ENTRY_OTHERS_REST_ON_IT,
        ProblemCode.REPLACEMENT_NOT_THE_SAME,
        ProblemCode.LOG_NOT_REACHABLE
    };

    @Override
    public List<EndpointDescription> endpoints() {
        return Stream.of(sessions(), cases(), teams(), studies(), receipts())
                .flatMap(List::stream)
                .toList();
    }

    private static List<EndpointDescription> sessions() {
        return List.of(
                EndpointDescription.post(
                                "/api/v1/sessions", "Records a meeting, with all that came of it.")
                        .roles(STAFF)
                        .headers("If-Match")
                        .takes(new BodyDescription.OfCommand("session", Set.of()))
                        .answers(recorded(ReceiptJson.OfSession.class))
                        .answers(repeated(ReceiptJson.OfSession.class))
                        .problems(OF_ENTRIES),
                post(
                                "/api/v1/cases/{id}/own-entries",
                                "Records what the person wrote alone.",
                                "own-entries",
                                "caseId")
                        .roles(names(Role.SERVICE_USER))
                        .problems(OF_ENTRIES));
    }

    private static List<EndpointDescription> cases() {
        return List.of(
                post("/api/v1/cases", "Opens a case.", "case").roles(names(Role.CLINICAL_SYSTEM)),
                ofCase(
                        "care-coordinator",
                        "Names a care coordinator or key worker.",
                        "care-coordinator"),
                ofCase("transfers", "Gives the case to another team.", "transfer"),
                ofCase("closure", "Notes that care ended.", "closure"),
                ofCase("reopening", "Notes that care began again.", "reopening"),
                ofCase("death", "Notes that the person died.", "death"),
                ofCase("crisis-plan", "Notes whether there is a crisis plan.", "crisis-plan"),
                ofCase("corrections", "Mends a mistake, or takes it out.", "correction")
                        .roles(STAFF_AND_PERSON)
                        .problems(OF_CORRECTIONS),
                ofCase("disagreements", "Records that somebody sees it otherwise.", "disagreement")
                        .roles(STAFF_AND_PERSON),
                post(
                                "/api/v1/cases/{id}/disagreements/{disagreementId}/replies",
                                "Records a reply to a disagreement.",
                                "reply",
                                "caseId",
                                "disagreementId")
                        .roles(STAFF_AND_PERSON));
    }

    private static List<EndpointDescription> teams() {
        return List.of(
                post("/api/v1/teams", "Registers a team.", "team").roles(names(Role.ADMIN)),
                ofTeam("staff", "Records that a worker joined or left.", "staff"),
                ofTeam("allocation", "Allocates a team to an arm of a study.", "allocation")
                        .roles(names(Role.ADMIN)),
                ofTeam(
                        "implementation-sessions",
                        "Records an implementation session.",
                        "implementation-session"),
                ofTeam(
                        "partnership-project",
                        "Records how far a project has come.",
                        "partnership-project"),
                ofTeam("measures", "Records a questionnaire about a team.", "team-measure"),
                ofTeam("data-gaps", "Declares that something was not captured.", "data-gap"),
                ofTeam("corrections", "Mends a mistake, or takes it out.", "team-correction")
                        .problems(OF_CORRECTIONS));
    }

    private static List<EndpointDescription> studies() {
        return List.of(
                post("/api/v1/studies", "Registers a study.", "study").roles(names(Role.ADMIN)),
                ofStudy("participants", "Records a consent.", "consent"),
                ofStudy("definitions", "Publishes a definition.", "definition")
                        .roles(names(Role.ADMIN, Role.RESEARCHER)),
                ofStudy("corrections", "Mends a mistake, or takes it out.", "study-correction")
                        .problems(OF_CORRECTIONS));
    }

    private static List<EndpointDescription> receipts() {
        return List.of(
                EndpointDescription.get(
                                "/api/v1/sessions/{id}/receipt", "The receipt of a session.")
                        .query(ReceiptController.QUERY)
                        .answers(
                                AnswerDescription.json(
                                        200, "The receipt.", ReceiptJson.OfSession.class))
                        .problems(ProblemCode.SESSION_UNKNOWN),
                EndpointDescription.get(
                                "/api/v1/commands/{id}/receipt", "The receipt of a command.")
                        .query(ReceiptController.QUERY)
                        .answers(
                                AnswerDescription.json(
                                        200, "The receipt.", ReceiptJson.OfCommand.class))
                        .problems(ProblemCode.COMMAND_UNKNOWN));
    }

    private static EndpointDescription ofCase(String what, String summary, String command) {
        return post("/api/v1/cases/{id}/" + what, summary, command, "caseId").roles(STAFF);
    }

    private static EndpointDescription ofTeam(String what, String summary, String command) {
        return post("/api/v1/teams/{id}/" + what, summary, command, "teamId")
                .roles(names(Role.ADMIN, Role.TEAM_LEADER));
    }

    private static EndpointDescription ofStudy(String what, String summary, String command) {
        return post("/api/v1/studies/{id}/" + what, summary, command, "studyId")
                .roles(names(Role.ADMIN));
    }

    private static EndpointDescription post(
            String path, String summary, String command, String... ofPath) {
        return EndpointDescription.post(path, summary)
                .headers("If-Match")
                .takes(new BodyDescription.OfCommand(command, Set.of(ofPath)))
                .answers(recorded(ReceiptJson.OfCommand.class))
                .answers(repeated(ReceiptJson.OfCommand.class))
                .problems(PROBLEMS);
    }

    private static AnswerDescription recorded(Class<?> receipt) {
        return AnswerDescription.json(201, "Recorded: the receipt.", receipt)
                .headers("Location", "ETag");
    }

    private static AnswerDescription repeated(Class<?> receipt) {
        return AnswerDescription.json(200, "Recorded before: the same receipt.", receipt)
                .headers("Location", "ETag", "Repeated");
    }

    private static String[] names(Role... roles) {
        return Stream.of(roles).map(Role::name).toArray(String[]::new);
    }
}
