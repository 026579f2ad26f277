package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.util.List;
import java.util.Map;

/** What is recorded about teams and studies is corrected as what is recorded about people. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CorrectingTeamsAndStudiesTest {

    private final Story story = Story.begun();
    private final String ofTeam = "/api/v1/teams/" + story.team;
    private final String study = Story.id();
    private final Body registered =
            Body.of(
                    "commandId",
                    Story.id(),
                    "studyId",
                    study,
                    "name",
                    "A studdy",
                    "startsOn",
                    "2011-04-01");

    @Test
    void a_worker_who_never_joined_is_taken_off_the_roster_and_put_back() {
        Body joined = joined(Story.id());
        post(ofTeam + "/staff", joined).recorded();
        String token = story.workerToken(joined.text("workerId"));
        assertThat(recordedBy(joined, token)).isEqualTo(201);

        Body mark = Story.mark(joined.text("commandId"));
        post(ofTeam + "/corrections", mark).recorded();
        assertThat(recordedBy(joined, token)).isEqualTo(404);
        assertThat(roster()).doesNotContain(joined.text("workerId"));

        post(ofTeam + "/corrections", Story.mark(mark.text("commandId"))).recorded();
        assertThat(recordedBy(joined, token)).isEqualTo(201);
        assertThat(roster()).contains(joined.text("workerId"));
    }

    @Test
    void the_day_on_which_somebody_joined_is_amended_but_not_that_it_was_joining() {
        Body joined = joined(Story.id());
        post(ofTeam + "/staff", joined).recorded();
        Body later = joined.without("commandId").with("on", "2011-02-01");
        Body amendment = Story.amendment(joined.text("commandId"), later);
        post(ofTeam + "/corrections", amendment).recorded();
        assertThat(story.service.get(ofTeam + "?asOf=2011-01-15", story.admin).found().asText())
                .doesNotContain(joined.text("workerId"));

        post(
                        ofTeam + "/corrections",
                        Story.amendment(joined.text("commandId"), later.with("change", "LEFT")))
                .hasStatus(422);
    }

    @Test
    void a_study_has_the_name_that_was_amended_and_no_definition_that_was_in_error() {
        post("/api/v1/studies", registered).recorded();
        Body definition =
                Body.of(
                        "commandId",
                        Story.id(),
                        "name",
                        "reach",
                        "version",
                        "1",
                        "definition",
                        Map.of("counts", "sessions"));
        String ofStudy = "/api/v1/studies/" + study;
        post(ofStudy + "/definitions", definition).recorded();
        Answer read = story.service.get(ofStudy, story.admin).found();
        assertThat(read.text("/name")).isEqualTo("A studdy");
        assertThat(read.at("/definitions")).hasSize(1);

        Body renamed = registered.without("commandId").with("name", "A study");
        post(ofStudy + "/corrections", Story.amendment(registered.text("commandId"), renamed))
                .recorded();
        post(ofStudy + "/corrections", Story.mark(definition.text("commandId"))).recorded();

        Answer corrected = story.service.get(ofStudy, story.admin).found();
        assertThat(corrected.text("/name")).isEqualTo("A study");
        assertThat(corrected.at("/definitions")).isEmpty();
    }

    @Test
    void an_amended_allocation_names_a_study_that_is_there() {
        post("/api/v1/studies", registered).recorded();
        Body allocation =
                Body.of(
                        "commandId",
                        Story.id(),
                        "studyId",
                        study,
                        "arm",
                        "CONTROL",
                        "startsOn",
                        "2011-04-01");
        post(ofTeam + "/allocation", allocation.with("studyId", Story.id()))
                .refused(422, "reference.unknown /studyId");
        post(ofTeam + "/allocation", allocation).recorded();

        Body elsewhere = allocation.without("commandId").with("studyId", Story.id());
        Body amendment = Story.amendment(allocation.text("commandId"), elsewhere);
        post(ofTeam + "/corrections", amendment)
                .refused(422, "reference.unknown /replacement/studyId");
        Answer taken =
                post(
                        ofTeam + "/corrections",
                        amendment.with("commandId", allocation.text("commandId")));
        assertThat(taken.code()).isEqualTo("command.content-differs");
        Body inTheArm = allocation.without("commandId").with("arm", "INTERVENTION");
        post(ofTeam + "/corrections", Story.amendment(allocation.text("commandId"), inTheArm))
                .recorded();
    }

    @Test
    void a_case_of_another_trust_takes_part_in_no_study_of_ours() {
        post("/api/v1/studies", registered).recorded();
        Body consent =
                Body.of(
                        "commandId",
                        Story.id(),
                        "caseId",
                        Story.begun().caseId,
                        "consent",
                        "OPTED_OUT",
                        "on",
                        "2011-05-01");
        String participants = "/api/v1/studies/" + study + "/participants";
        post(participants, consent).refused(422, "reference.unknown /caseId");
        post(participants, consent.with("caseId", Story.id()))
                .refused(422, "reference.unknown /caseId");
        post(participants, consent.with("caseId", story.caseId)).recorded();
    }

    @Test
    void what_an_administrator_recorded_as_a_worker_a_leader_does_not_correct() {
        String team = Story.id();
        String administrator =
                story.service.token(
                        TokenRequest.of(Role.ADMIN)
                                .trust(story.trust)
                                .worker(WorkerId.of(Story.id())));
        story.service.post("/api/v1/teams", story.teamBody(team), administrator).recorded();
        Body joined = joined(Story.id());
        String staff = "/api/v1/teams/" + team + "/staff";
        story.service.post(staff, joined, administrator).recorded();
        Body byTheLeader = joined(Story.id());
        String leader = story.leaderToken(team);
        story.service.post(staff, byTheLeader, leader).recorded();

        String corrections = "/api/v1/teams/" + team + "/corrections";
        story.service
                .post(corrections, Story.mark(joined.text("commandId")), leader)
                .refused(403, "role.not-enough /target");
        String another = story.leaderToken(team);
        story.service
                .post(corrections, Story.mark(byTheLeader.text("commandId")), another)
                .recorded();
        story.service
                .post(corrections, Story.mark(joined.text("commandId")), administrator)
                .recorded();
    }

    @Test
    void a_team_and_a_study_in_error_are_still_there_without_a_name() {
        post("/api/v1/studies", registered).recorded();
        String ofStudy = "/api/v1/studies/" + study;
        post(ofStudy + "/corrections", Story.mark(registered.text("commandId"))).recorded();
        String mistaken = Story.id();
        Body team = story.teamBody(mistaken);
        post("/api/v1/teams", team).recorded();
        String ofMistaken = "/api/v1/teams/" + mistaken;
        post(ofMistaken + "/corrections", Story.mark(team.text("commandId"))).recorded();

        for (String path : List.of(ofStudy, ofMistaken)) {
            assertThat(story.service.get(path, story.admin).found().at("/name").isNull())
                    .as(path)
                    .isTrue();
        }
    }

    @Test
    void who_recorded_it_stays_when_somebody_else_corrects_it() {
        Body joined = joined(Story.id());
        story.service.post(ofTeam + "/staff", joined, story.leader).recorded();
        Body later = joined.without("commandId").with("on", "2011-02-01");
        String target = joined.text("commandId");

        post(
                        ofTeam + "/corrections",
                        Story.amendment(target, later.with("recordedBy", Story.worker(Story.id()))))
                .refused(403, "recorded-by.not-you /replacement/recordedBy");
        post(ofTeam + "/corrections", Story.amendment(target, later)).recorded();
    }

    private Body joined(String worker) {
        return Body.of(
                "commandId",
                Story.id(),
                "workerId",
                worker,
                "change",
                "JOINED",
                "on",
                "2011-01-03");
    }

    private Answer post(String path, Body body) {
        return story.service.post(path, body, story.admin);
    }

    private String roster() {
        return story.service.get(ofTeam, story.admin).found().at("/roster").toString();
    }

    private int recordedBy(Body joined, String token) {
        Body session =
                story.session("2011-03-14T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."))
                        .with("recordedBy", Story.worker(joined.text("workerId")));
        return story.service.post("/api/v1/sessions", session, token).status();
    }
}
