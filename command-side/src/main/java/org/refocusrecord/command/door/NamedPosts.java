package org.refocusrecord.command.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.json.JsonBody;
import org.refocusrecord.web.json.Uuids;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.springframework.http.ResponseEntity;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The same posts by the names of their commands, with the ids of the path in the body. They go
 * through the same doors, so that what comes in bulk is checked like what comes alone, and is known
 * as the same when it comes again.
 */
public final class NamedPosts {

    private final SessionController sessions;
    private final CaseController cases;
    private final TeamController teams;
    private final StudyController studies;
    private final Clock clock;

    /** Through these doors. */
    public NamedPosts(
            SessionController sessions,
            CaseController cases,
            TeamController teams,
            StudyController studies,
            Clock clock) {
        this.sessions = sessions;
        this.cases = cases;
        this.teams = teams;
        this.studies = studies;
        this.clock = clock;
    }

    /** A command by its name. */
    public record Named(String command, JsonBody body) {

        /** Whether there is a command of that name. */
        public static boolean isKnown(String command) {
            return Post.named(command).isPresent();
        }

        /** The id by which a repeat of it is known, as far as it says. */
        public Optional<String> id() {
            String member = command.equals("session") ? "sessionId" : "commandId";
            return Optional.of(body.tree().path(member).asString("")).filter(id -> !id.isEmpty());
        }

        /**
         * The case that it is about: commands about different cases have nothing to do with each
         * other. Empty where it is about anything else, or does not say.
         */
        public Optional<String> ofCase() {
            return Post.named(command)
                    .filter(Post::isOfACase)
                    .map(_ -> body.tree().path("caseId").asString(""))
                    .filter(id -> !id.isEmpty());
        }
    }

    /** Everybody who may post any of them. */
    public static Role[] roles() {
        return Post.roles();
    }

    /**
     * Decides, records and answers; throws what the post would be answered with, its pointers into
     * the body.
     */
    public ResponseEntity<Object> post(Caller caller, Named named) {
        Post post =
                Post.named(named.command())
                        .orElseThrow(() -> new IllegalArgumentException("no such command"))
                        .require(caller);
        if (!(named.body().tree() instanceof ObjectNode whole)) {
            throw new ProblemException(
                    new Fault("", ProblemCode.FIELD_WRONG_TYPE, "A body is an object."));
        }
        ObjectNode rest = whole.deepCopy();
        Map<String, UUID> ids = ofPath(post, rest);
        List<Object> path = new ArrayList<>();
        ids.forEach((name, id) -> {
            path.add(name);
            path.add(id);
        });
        Received received =
                Received.of(
                        named.command(),
                        clock.instant(),
                        new JsonBody(rest, named.body().faults()),
                        path.toArray());
        return post(post, caller, received, ids);
    }

    /**
     * Records a session that was sent to a topic, and answers as its post would be.
     *
     * @param sentAt when it was sent, as its sender or the broker says
     */
    public ResponseEntity<Object> session(Caller caller, JsonBody body, Instant sentAt) {
        return sessions.session(caller, Received.sent(sentAt, clock.instant(), body));
    }

    /**
     * Refuses what is no session by its form, and records nothing.
     *
     * @throws ProblemException what its post would be answered with for that
     */
    public void requireFormOfSession(JsonBody body, Instant sentAt) {
        sessions.requireForm(Received.sent(sentAt, clock.instant(), body));
    }

    /** Takes the ids that belong into the path out of the body. */
    private static Map<String, UUID> ofPath(Post post, ObjectNode body) {
        Map<String, UUID> ids = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (String name : post.ofPath()) {
            JsonNode sent = body.remove(name);
            UUID id = sent == null || !sent.isString() ? null : Uuids.uuid(sent.asString());
            if (id == null) {
                faults.add(Fault.at("/" + name, fault(sent)));
            } else {
                ids.put(name, id);
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(faults));
        }
        return ids;
    }

    private static ProblemCode fault(@Nullable JsonNode sent) {
        return sent == null || sent.isNull()
                ? ProblemCode.FIELD_MISSING
                : ProblemCode.FIELD_WRONG_TYPE;
    }

    private ResponseEntity<Object> post(
            Post post, Caller caller, Received received, Map<String, UUID> ids) {
        return switch (post) {
            case SESSION -> sessions.session(caller, received);
            case OWN_ENTRIES -> sessions.ownEntries(caseId(ids), caller, received);
            case CASE -> cases.open(caller, received);
            case CARE_COORDINATOR,
                    TRANSFER,
                    CLOSURE,
                    REOPENING,
                    DEATH,
                    CRISIS_PLAN,
                    CORRECTION,
                    DISAGREEMENT,
                    ERASURE ->
                    cases.command(post, caseId(ids), caller, received);
            case REPLY ->
                    cases.reply(
                            caseId(ids),
                            new CommandId(id(ids, "disagreementId")),
                            caller,
                            received);
            case ERASURE_APPROVAL ->
                    cases.approve(
                            caseId(ids), new CommandId(id(ids, "erasureId")), caller, received);
            case TEAM -> teams.register(caller, received);
            case TEAM_STAFF,
                    ALLOCATION,
                    IMPLEMENTATION_SESSION,
                    PARTNERSHIP_PROJECT,
                    TEAM_MEASURE,
                    DATA_GAP,
                    TEAM_CORRECTION ->
                    teams.command(post, new TeamId(id(ids, "teamId")), caller, received);
            case STUDY -> studies.register(caller, received);
            case CONSENT, DEFINITION, STUDY_CORRECTION ->
                    studies.command(post, new StudyId(id(ids, "studyId")), caller, received);
        };
    }

    private static CaseId caseId(Map<String, UUID> ids) {
        return new CaseId(id(ids, "caseId"));
    }

    private static UUID id(Map<String, UUID> ids, String name) {
        UUID id = ids.get(name);
        if (id == null) {
            throw new IllegalStateException("no path gives " + name);
        }
        return id;
    }
}
