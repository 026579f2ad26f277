package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One team, one worker and one person of a trust of their own, ready to be written about. */
final class Story {

    final Service service;
    final String trust;
    final String team = id();
    final String worker = id();
    final String person = id();
    final String caseId = id();

    final String admin;
    final String everywhere;
    final String system;
    final String auditor;
    final String staff;
    final String leader;
    final String self;

    Story() {
        this(Service.running());
    }

    private Story(Service service) {
        this(service, "T" + UUID.randomUUID().toString().substring(0, 8));
    }

    private Story(Service service, String trust) {
        this.service = service;
        this.trust = trust;
        this.admin = service.token(TokenRequest.of(Role.ADMIN).trust(trust));
        this.everywhere = service.token(TokenRequest.of(Role.ADMIN));
        this.system = service.token(TokenRequest.of(Role.CLINICAL_SYSTEM).trust(trust));
        this.auditor = service.token(TokenRequest.of(Role.AUDITOR).trust(trust));
        this.staff = workerToken(worker);
        this.leader = leaderToken(team);
        this.self = selfToken(person);
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    static Map<String, Object> party(String party, String id) {
        return Map.of("party", party, "id", id);
    }

    static Map<String, Object> worker(String id) {
        return party("STAFF", id);
    }

    /** A team with its worker, and the person's case open with it. */
    static Story begun() {
        return begun(Service.running());
    }

    /** The same, told to another service than all others are. */
    static Story begun(Service service) {
        return begun(new Story(service));
    }

    /** The same, in a trust that is known already. */
    static Story begun(Service service, String trust) {
        return begun(new Story(service, trust));
    }

    private static Story begun(Story story) {
        story.team(story.team);
        story.joined(story.team, story.worker, "2011-01-03");
        story.open(story.caseId, story.person).recorded();
        return story;
    }

    TeamId teamId() {
        return TeamId.of(team);
    }

    ServiceUserId personId() {
        return ServiceUserId.of(person);
    }

    String workerToken(String id) {
        return service.token(TokenRequest.of(Role.WORKER).trust(trust).worker(WorkerId.of(id)));
    }

    String leaderToken(String ofTeam) {
        return service.token(
                TokenRequest.of(Role.TEAM_LEADER)
                        .trust(trust)
                        .teams(TeamId.of(ofTeam))
                        .worker(WorkerId.of(id())));
    }

    String selfToken(String ofPerson) {
        return service.token(
                TokenRequest.of(Role.SERVICE_USER)
                        .trust(trust)
                        .serviceUser(ServiceUserId.of(ofPerson)));
    }

    Body teamBody(String teamId) {
        return Body.of(
                "commandId",
                id(),
                "teamId",
                teamId,
                "trust",
                trust,
                "name",
                "A team",
                "officialType",
                "RECOVERY");
    }

    void team(String teamId) {
        service.post("/api/v1/teams", teamBody(teamId), admin).recorded();
    }

    void joined(String teamId, String workerId, String on) {
        Body joined =
                Body.of("commandId", id(), "workerId", workerId, "change", "JOINED", "on", on);
        service.post("/api/v1/teams/" + teamId + "/staff", joined, admin).recorded();
    }

    Body caseBody(String aCase, String aPerson) {
        return Body.of(
                "commandId", id(),
                "caseId", aCase,
                "serviceUserId", aPerson,
                "trust", trust,
                "teamId", team,
                "careCoordinatorId", worker,
                "openedOn", "2011-02-01",
                "recordedBy", worker(worker));
    }

    Answer open(String aCase, String aPerson) {
        return service.post("/api/v1/cases", caseBody(aCase, aPerson), system);
    }

    /** A session of the worker with the person, in which these entries came about. */
    Body session(String occurredAt, Object... entries) {
        return Body.of(
                "sessionId",
                id(),
                "caseId",
                caseId,
                "occurredAt",
                occurredAt,
                "minutes",
                50,
                "setting",
                "HOME",
                "participants",
                List.of(Map.of("party", "SERVICE_USER"), worker(worker)),
                "recordedBy",
                worker(worker),
                "lateReason",
                "Brought in from an older record.",
                "entries",
                List.of(entries));
    }

    /** Posts a session as the clinical system. */
    Answer post(Object session) {
        return service.post("/api/v1/sessions", session, system);
    }

    /** Posts a session with these entries, which must be recorded. */
    Answer held(String occurredAt, Object... entries) {
        return post(session(occurredAt, entries)).recorded();
    }

    /** Posts what the person wrote alone. */
    Answer own(String occurredAt, Object... entries) {
        return command(
                "own-entries",
                Body.of("commandId", id(), "occurredAt", occurredAt, "entries", List.of(entries)),
                self);
    }

    /** Posts a command about the case. */
    Answer command(String what, Body body, String token) {
        return service.post("/api/v1/cases/" + caseId + "/" + what, body, token);
    }

    /** What replaces an entry, a session or a command. */
    static Body amendment(String target, Object replacement) {
        return Body.of(
                "commandId",
                id(),
                "target",
                target,
                "kind",
                "AMENDED",
                "reason",
                "It was written down wrongly.",
                "replacement",
                replacement);
    }

    static Body mark(String target) {
        return Body.of(
                "commandId", id(),
                "target", target,
                "kind", "ENTERED_IN_ERROR",
                "because", "MISTAKE",
                "reason", "It did not happen so.");
    }

    /** Posts a correction as the clinical system, on behalf of the worker. */
    Answer correct(Body correction) {
        return command("corrections", correction.with("recordedBy", worker(worker)), system);
    }

    Answer plan(String token, String query) {
        return service.get("/api/v1/cases/" + caseId + "/care-plan" + query, token);
    }

    Answer events(String token, String... headers) {
        return service.get("/api/v1/cases/" + caseId + "/events?limit=1000", token, headers);
    }

    /** What is given of the case as evidence. */
    EvidenceInHand evidence(String token, String... headers) {
        Answer answer = service.get(evidencePath(), token, headers).found();
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        return EvidenceInHand.of(answer.bytes());
    }

    String evidencePath() {
        return "/api/v1/cases/" + caseId + "/evidence";
    }

    /** The stored names of all that is recorded about the case. */
    List<String> told() {
        List<String> names = new ArrayList<>();
        events(auditor)
                .found()
                .at("/events")
                .forEach(event -> names.add(event.path("type").asString()));
        return names;
    }
}
