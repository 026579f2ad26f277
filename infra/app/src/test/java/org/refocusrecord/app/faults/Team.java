package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.refocusrecord.app.faults.Door.Answer;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.security.LocalIssuer;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A team with one worker, and what is posted about the cases that it has. */
final class Team {

    private static final int ENTRIES_OF_MANY_WORDS = 60;
    private static final String MANY_WORDS = "It was said at length. ".repeat(390);

    private final String trust = "T" + id().substring(0, 8);
    private final String team = id();
    private final String worker = id();
    private final String admin;
    private final String everywhere;
    private final String system;
    private final String leader;

    private Team(LocalIssuer issuer) {
        Instant now = Instant.now();
        this.admin = issuer.token(TokenRequest.of(Role.ADMIN).trust(trust), now);
        this.everywhere = issuer.token(TokenRequest.of(Role.ADMIN), now);
        this.system = issuer.token(TokenRequest.of(Role.CLINICAL_SYSTEM).trust(trust), now);
        TokenRequest leading = TokenRequest.of(Role.TEAM_LEADER).trust(trust);
        this.leader = issuer.token(leading.teams(TeamId.of(team)).worker(WorkerId.of(worker)), now);
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    /** Registers it with the server of a data folder. */
    static Team on(Path data, Door door) throws IOException, InterruptedException {
        Team team = new Team(LocalIssuer.in(data));
        done(door.post("/api/v1/teams", team.registration(), team.admin));
        return team;
    }

    /** The token of the system that posts for it. */
    String posting() {
        return system;
    }

    /** The token of its leader, who reads what was posted. */
    String reading() {
        return leader;
    }

    /** The token of an administrator of all trusts. */
    String administering() {
        return everywhere;
    }

    /** Opens a case of somebody new. */
    String openCase(Door door) throws IOException, InterruptedException {
        String caseId = id();
        done(door.post("/api/v1/cases", opening(caseId), system));
        return caseId;
    }

    private String registration() {
        return """
        {"commandId": "%s", "teamId": "%s", "trust": "%s", "name": "A team", "officialType": "RECOVERY"}
        """
                .formatted(id(), team, trust);
    }

    String opening(String caseId) {
        return """
        {"commandId": "%s", "caseId": "%s", "serviceUserId": "%s", "trust": "%s", "teamId": "%s",
         "openedOn": "2011-02-01", "recordedBy": {"party": "STAFF", "id": "%s"}}
        """
                .formatted(id(), caseId, id(), trust, team, worker);
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    /** Somebody else looks after the person from now on. */
    String coordinator(String commandId, String workerId) {
        return """
        {"commandId": "%s", "workerId": "%s", "role": "CARE_COORDINATOR", "from": "2011-02-01",
         "recordedBy": {"party": "STAFF", "id": "%s"}}
        """
                .formatted(commandId, workerId, worker);
    }

    /** An entry of a session should have read so. */
    String amendment(String caseId, String entryId, String replacement) {
        return """
        {"commandId": "%s", "caseId": "%s", "target": "%s", "kind": "AMENDED", "replacement": %s,
         "reason": "It was written down wrongly.", "recordedBy": {"party": "STAFF", "id": "%s"}}
        """
                .formatted(id(), caseId, entryId, replacement, worker);
    }

    /** A session with three entries, in each of which this is said. */
    String session(String caseId, String sessionId, String said) {
        String goal = id();
        return """
        {"sessionId": "%1$s", "caseId": "%2$s", "occurredAt": "2011-03-14T10:00:00Z", "minutes": 50,
         "participants": [{"party": "SERVICE_USER"}, {"party": "STAFF", "id": "%3$s"}],
         "recordedBy": {"party": "STAFF", "id": "%3$s"}, "lateReason": "Brought in from an older record.",
         "entries": [
          {"entryId": "%4$s", "kind": "GOAL_SET", "goalId": "%5$s", "statement": "%6$s", "whose": "PERSON",
           "proposedBy": "SERVICE_USER", "setBy": ["SERVICE_USER", "STAFF"]},
          {"entryId": "%7$s", "kind": "GOAL_STEP_PLANNED", "goalId": "%5$s", "stepId": "%8$s",
           "description": "%6$s", "responsible": ["SERVICE_USER"]},
          {"entryId": "%9$s", "kind": "VALUE_TOLD", "valueId": "%10$s", "statement": "%6$s"}]}
        """
                .formatted(sessionId, caseId, worker, id(), goal, said, id(), id(), id(), id());
    }

    /** A session of so many entries, in each of which this is said. On one line. */
    String longSession(String caseId, int entries, String said) {
        return """
        {"sessionId": "%1$s", "caseId": "%2$s", "occurredAt": "2011-03-14T10:00:00Z", "minutes": 50, \
        "participants": [{"party": "SERVICE_USER"}, {"party": "STAFF", "id": "%3$s"}], \
        "recordedBy": {"party": "STAFF", "id": "%3$s"}, "lateReason": "Brought in from an older record.", \
        "entries": [%4$s]}\
        """
                .formatted(
                        id(),
                        caseId,
                        worker,
                        Stream.generate(() -> valueTold(said))
                                .limit(entries)
                                .collect(Collectors.joining(", ")));
    }

    /** Opens a case of which half a megabyte is said in a session. */
    String openCaseOfManyWords(Door door) throws IOException, InterruptedException {
        String caseId = openCase(door);
        String session = longSession(caseId, ENTRIES_OF_MANY_WORDS, MANY_WORDS);
        assertThat(door.post("/api/v1/sessions", session, posting()).status()).isEqualTo(201);
        return caseId;
    }

    private static String valueTold(String said) {
        return """
        {"entryId": "%s", "kind": "VALUE_TOLD", "valueId": "%s", "statement": "%s"}\
        """
                .formatted(id(), id(), said);
    }

    /** A session in which something was offered, and of which nothing that was said is told. */
    String sessionWithoutWords(String caseId, Instant occurredAt) {
        return """
        {"sessionId": "%1$s", "caseId": "%2$s", "occurredAt": "%3$s", "minutes": 50,
         "participants": [{"party": "SERVICE_USER"}, {"party": "STAFF", "id": "%4$s"}],
         "recordedBy": {"party": "STAFF", "id": "%4$s"},
         "entries": [
          {"entryId": "%5$s", "kind": "PRACTICE_OFFERED", "practice": "WP1",
           "offeredBy": "STAFF", "response": "TAKEN_UP"}]}
        """
                .formatted(id(), caseId, occurredAt, worker, id());
    }
}
