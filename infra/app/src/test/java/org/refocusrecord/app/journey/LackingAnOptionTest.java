package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.util.List;
import java.util.Map;

/**
 * A token that names nobody, no team, study or trust where its role asks for one: what {@code
 * ./refocus token} says that it cannot do, it cannot; teams it may read all the same.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LackingAnOptionTest {

    private final Story story = Story.begun();
    private final Service service = story.service;
    private final String team = "/api/v1/teams/" + story.team;

    private String token(Role role) {
        return service.token(TokenRequest.of(role));
    }

    @Test
    void whoever_works_reads_teams_and_the_person_does_not() {
        for (Role role :
                List.of(
                        Role.WORKER,
                        Role.TEAM_LEADER,
                        Role.CLINICAL_SYSTEM,
                        Role.AUDITOR,
                        Role.RESEARCHER)) {
            service.get(team, token(role)).found();
        }
        service.get(team, token(Role.SERVICE_USER)).refused(403, "role.not-enough ");
    }

    @Test
    void nobody_reads_a_case() {
        for (Role role : List.of(Role.WORKER, Role.TEAM_LEADER, Role.AUDITOR, Role.SERVICE_USER)) {
            String token = token(role);
            service.get("/api/v1/cases/" + story.caseId, token).refused(404, "case.unknown ");
            assertThat(service.get("/api/v1/cases", token).found().at("/cases")).isEmpty();
        }
        assertThat(service.get("/api/v1/audit/goals", token(Role.AUDITOR)).found().at("/goals"))
                .isEmpty();
    }

    @Test
    void nobody_records_in_a_case() {
        Body session =
                story.session("2011-03-14T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."));
        for (Role role : List.of(Role.WORKER, Role.TEAM_LEADER, Role.CLINICAL_SYSTEM)) {
            service.post("/api/v1/sessions", session, token(role)).refused(404, "case.unknown ");
        }
        service.post(
                        "/api/v1/cases",
                        story.caseBody(Story.id(), Story.id()),
                        token(Role.CLINICAL_SYSTEM))
                .refused(403, "trust.not-yours /trust");
        Body own =
                Body.of(
                        "commandId", Story.id(),
                        "occurredAt", "2011-03-14T10:00:00Z",
                        "entries", List.of(Entries.goalVoiced(Story.id(), "To sing.")));
        story.command("own-entries", own, token(Role.SERVICE_USER)).refused(404, "case.unknown ");
    }

    @Test
    void of_teams_and_studies_nobody_sees_or_tells_more() {
        for (Role role : List.of(Role.TEAM_LEADER, Role.AUDITOR, Role.RESEARCHER)) {
            service.get(team + "/participation", token(role)).refused(404, "team.unknown ");
        }
        for (Role role : List.of(Role.TEAM_LEADER, Role.AUDITOR)) {
            service.get(team + "/notices", token(role)).refused(404, "team.unknown ");
        }
        Body joined =
                Body.of(
                        "commandId",
                        Story.id(),
                        "workerId",
                        Story.id(),
                        "change",
                        "JOINED",
                        "on",
                        "2011-01-03");
        service.post(team + "/staff", joined, token(Role.TEAM_LEADER))
                .refused(404, "team.unknown ");
        String study = Story.id();
        service.post(
                        "/api/v1/studies",
                        Body.of(
                                "commandId",
                                Story.id(),
                                "studyId",
                                study,
                                "name",
                                "A study",
                                "startsOn",
                                "2011-01-03"),
                        story.admin)
                .recorded();
        service.post(
                        "/api/v1/studies/" + study + "/definitions",
                        Body.of(
                                "commandId",
                                Story.id(),
                                "name",
                                "uptake",
                                "version",
                                "1",
                                "definition",
                                Map.of("counts", "sessions")),
                        token(Role.RESEARCHER))
                .refused(404, "study.unknown ");
    }
}
