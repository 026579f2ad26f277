package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.refocusrecord.app.journey.Service.Answer;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.util.UUID;

/** One team, one worker and one person of a trust of their own, ready to be written about. */
final class Story {

    final Service service = Service.running();
    final String trust = "T" + UUID.randomUUID().toString().substring(0, 8);
    final String team = id();
    final String worker = id();
    final String person = id();
    final String caseId = id();

    final String admin = service.token(TokenRequest.of(Role.ADMIN).trust(trust));
    final String system = service.token(TokenRequest.of(Role.CLINICAL_SYSTEM).trust(trust));
    final String auditor = service.token(TokenRequest.of(Role.AUDITOR).trust(trust));
    final String staff =
            service.token(TokenRequest.of(Role.WORKER).trust(trust).worker(WorkerId.of(worker)));
    final String leader =
            service.token(
                    TokenRequest.of(Role.TEAM_LEADER)
                            .trust(trust)
                            .teams(TeamId.of(team))
                            .worker(WorkerId.of(id())));
    final String self =
            service.token(
                    TokenRequest.of(Role.SERVICE_USER)
                            .trust(trust)
                            .serviceUser(ServiceUserId.of(person)));

    static String id() {
        return UUID.randomUUID().toString();
    }

    /** A team with its worker, and the person's case open with it. */
    static Story begun() {
        Story story = new Story();
        story.done(
                story.service.post(
                        "/api/v1/teams",
                        """
                        {"commandId": "%s", "teamId": "%s", "trust": "%s", "name": "A team", "officialType": "RECOVERY"}
                        """
                                .formatted(id(), story.team, story.trust),
                        story.admin));
        story.done(
                story.service.post(
                        "/api/v1/teams/" + story.team + "/staff",
                        """
                        {"commandId": "%s", "workerId": "%s", "change": "JOINED", "on": "2011-01-03"}
                        """
                                .formatted(id(), story.worker),
                        story.admin));
        story.open(story.caseId, story.person);
        return story;
    }

    void open(String aCase, String aPerson) {
        done(
                service.post(
                        "/api/v1/cases",
                        """
                        {"commandId": "%s", "caseId": "%s", "serviceUserId": "%s", "trust": "%s", "teamId": "%s",
                         "careCoordinatorId": "%s", "openedOn": "2011-02-01",
                         "recordedBy": {"party": "STAFF", "id": "%s"}}
                        """
                                .formatted(id(), aCase, aPerson, trust, team, worker, worker),
                        system));
    }

    /** Posts a session of the worker with the person. */
    Answer session(String sessionId, String occurredAt, String entries) {
        return service.post(
                "/api/v1/sessions", sessionOf(caseId, sessionId, occurredAt, entries), system);
    }

    String sessionOf(String aCase, String sessionId, String occurredAt, String entries) {
        return """
        {"sessionId": "%s", "caseId": "%s", "occurredAt": "%s", "minutes": 50, "setting": "HOME",
         "participants": [{"party": "SERVICE_USER"}, {"party": "STAFF", "id": "%s"}],
         "recordedBy": {"party": "STAFF", "id": "%s"}, "lateReason": "Brought in from an older record.",
         "entries": [%s]}
        """
                .formatted(sessionId, aCase, occurredAt, worker, worker, entries);
    }

    Answer own(String occurredAt, String entries) {
        return service.post(
                "/api/v1/cases/" + caseId + "/own-entries",
                """
                {"commandId": "%s", "occurredAt": "%s", "entries": [%s]}
                """
                        .formatted(id(), occurredAt, entries),
                self);
    }

    Answer plan(String token, String query) {
        return service.get("/api/v1/cases/" + caseId + "/care-plan" + query, token);
    }

    Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(201);
        return answer;
    }
}
