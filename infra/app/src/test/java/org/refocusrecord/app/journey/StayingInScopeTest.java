package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** What is out of a caller's scope looks as if it were not there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StayingInScopeTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final Story story = Story.begun();
    private final Story elsewhere = Story.begun();
    private final Service service = story.service;
    private final String path = "/api/v1/cases/" + story.caseId;

    @Test
    void nobody_of_another_trust_reads_it() {
        for (String token :
                List.of(elsewhere.auditor, elsewhere.staff, elsewhere.leader, elsewhere.self)) {
            looksAsIfItWereNotThere(token);
        }
    }

    @Test
    void nobody_of_another_trust_records_anything_about_it() {
        Body session = story.session("2011-03-14T10:00:00Z", aGoal());
        for (String token : List.of(elsewhere.system, elsewhere.staff, elsewhere.leader)) {
            Answer there = service.post("/api/v1/sessions", session, token);
            there.refused(404, "case.unknown ");
            Answer nowhere =
                    service.post("/api/v1/sessions", session.with("caseId", Story.id()), token);
            assertThat(there.body()).isEqualTo(nowhere.body());
        }
        Body closure = Body.of("commandId", Story.id(), "reason", "OTHER", "on", "2011-05-02");
        for (String token : List.of(elsewhere.staff, elsewhere.leader)) {
            story.command("closure", closure, token).refused(404, "case.unknown ");
        }
        assertThat(story.told()).containsExactly("case.opened");
    }

    @Test
    void another_person_neither_reads_it_nor_writes_in_it() {
        String other = story.selfToken(Story.id());
        looksAsIfItWereNotThere(other);
        Body entries =
                Body.of(
                        "commandId", Story.id(),
                        "occurredAt", "2011-03-14T10:00:00Z",
                        "entries", List.of(Entries.goalVoiced(Story.id(), "To sing.")));
        story.command("own-entries", entries, other).refused(404, "case.unknown ");
    }

    @Test
    void a_receipt_is_for_whoever_may_see_the_case() {
        Body session = story.session("2011-03-14T10:00:00Z", aGoal());
        story.post(session).recorded();
        String receipt = "/api/v1/sessions/" + session.text("sessionId") + "/receipt";
        for (String token :
                List.of(story.system, story.staff, story.leader, story.auditor, story.self)) {
            service.get(receipt, token).found();
        }
        for (String token :
                List.of(
                        elsewhere.system,
                        elsewhere.staff,
                        elsewhere.leader,
                        elsewhere.auditor,
                        elsewhere.self,
                        story.admin)) {
            service.get(receipt, token).refused(404, "session.unknown ");
        }
        service.get(receipt + "?minposition=1", story.system)
                .refused(400, "query.unknown /minposition");
        service.get(receipt + "?minPosition=999999999", story.system).refused(503, "view.behind ");
    }

    @Test
    void a_receipt_about_a_team_is_for_whoever_may_see_the_team() {
        Body joined = staffBody(Story.id(), "JOINED", "2011-01-03");
        service.post("/api/v1/teams/" + story.team + "/staff", joined, story.leader).recorded();
        String receipt = "/api/v1/commands/" + joined.text("commandId") + "/receipt";
        for (String token : List.of(story.leader, story.admin, story.auditor)) {
            service.get(receipt, token).found();
        }
        for (String token :
                List.of(
                        story.staff,
                        story.self,
                        elsewhere.leader,
                        elsewhere.admin,
                        elsewhere.auditor)) {
            service.get(receipt, token).refused(404, "command.unknown ");
        }
    }

    private static Body staffBody(String worker, String change, String on) {
        return Body.of("commandId", Story.id(), "workerId", worker, "change", change, "on", on);
    }

    @Test
    void a_case_and_a_team_are_of_the_token_s_trust() {
        service.post(
                        "/api/v1/cases",
                        story.caseBody(Story.id(), Story.id()).with("trust", elsewhere.trust),
                        story.system)
                .refused(403, "trust.not-yours /trust");
        service.post(
                        "/api/v1/cases",
                        story.caseBody(Story.id(), Story.id()).with("teamId", elsewhere.team),
                        story.system)
                .refused(422, "reference.unknown /teamId");
        service.post(
                        "/api/v1/teams",
                        story.teamBody(Story.id()).with("trust", elsewhere.trust),
                        story.admin)
                .refused(403, "trust.not-yours /trust");
        service.post(
                        "/api/v1/teams/" + elsewhere.team + "/staff",
                        Body.of(
                                "commandId",
                                Story.id(),
                                "workerId",
                                Story.id(),
                                "change",
                                "JOINED",
                                "on",
                                "2011-01-03"),
                        story.admin)
                .refused(404, "team.unknown ");
    }

    @Test
    void whoever_records_names_no_other_recorder() {
        Body another =
                story.session("2011-03-14T10:00:00Z", aGoal())
                        .with("recordedBy", Story.worker(Story.id()));
        service.post("/api/v1/sessions", another, story.staff)
                .refused(403, "recorded-by.not-you /recordedBy");
        story.command(
                        "disagreements",
                        Body.of(
                                "commandId", Story.id(),
                                "target", Story.id(),
                                "party", "SERVICE_USER",
                                "words", "It was not so.",
                                "recordedBy", Story.worker(story.worker)),
                        story.self)
                .refused(403, "recorded-by.not-you /recordedBy");
    }

    @Test
    void a_bare_word_names_no_other_recorder_either() {
        String colleague = story.workerToken(joined(story.team, "2011-01-03"));
        Body session = story.session("2011-03-14T10:00:00Z", aGoal());
        service.post("/api/v1/sessions", session.with("recordedBy", "STAFF"), colleague)
                .refused(403, "recorded-by.not-you /recordedBy");
        service.post("/api/v1/sessions", session.with("recordedBy", "SERVICE_USER"), story.staff)
                .refused(403, "recorded-by.not-you /recordedBy");
        service.post("/api/v1/sessions", session.with("recordedBy", "STAFF"), story.staff)
                .recorded();

        Body mark = Story.mark(session.text("sessionId")).with("recordedBy", "STAFF");
        story.command("corrections", mark, story.leader)
                .refused(403, "recorded-by.not-you /recordedBy");
        story.command("corrections", mark, colleague)
                .refused(403, "role.not-enough /target", "recorded-by.not-you /recordedBy");
        story.command("corrections", mark, story.staff).recorded();
    }

    @Test
    void nobody_puts_another_s_name_under_what_is_corrected() {
        Body session = story.session("2011-03-14T10:00:00Z", aGoal());
        service.post("/api/v1/sessions", session, story.staff).recorded();
        Map<String, Object> colleague = Story.worker(Story.id());
        Body header = session.without("sessionId", "entries").with("minutes", 20);
        String id = session.text("sessionId");

        Body another = Story.amendment(id, header.with("recordedBy", colleague));
        for (String token : List.of(story.staff, story.leader)) {
            story.command("corrections", another, token)
                    .refused(403, "recorded-by.not-you /replacement/recordedBy");
            story.command("corrections", Story.amendment(id, header), token).recorded();
            story.command("corrections", Story.amendment(id, header.without("recordedBy")), token)
                    .recorded();
        }
        story.correct(Story.amendment(id, header.with("recordedBy", colleague))).recorded();
    }

    @Test
    void a_worker_reads_the_own_caseload_only() {
        String colleague = joined(story.team, "2011-01-03");
        String token = story.workerToken(colleague);
        looksAsIfItWereNotThere(token);

        metWith(colleague, daysAgo(91));
        looksAsIfItWereNotThere(token);

        metWith(colleague, daysAgo(90));
        service.get(path, token).found();
        service.get(path + "/events", token).found();
    }

    @Test
    void a_worker_of_the_team_records_without_reading() {
        String colleague = joined(story.team, "2011-01-03");
        Body session =
                story.session("2011-03-14T10:00:00Z", aGoal())
                        .with("recordedBy", Story.worker(colleague));
        service.post("/api/v1/sessions", session, story.workerToken(colleague)).recorded();
        looksAsIfItWereNotThere(story.workerToken(colleague));
    }

    @Test
    void a_worker_who_left_neither_reads_nor_records() {
        String colleague = joined(story.team, "2011-01-03");
        metWith(colleague, daysAgo(5));
        String token = story.workerToken(colleague);
        service.get(path, token).found();

        Body left =
                Body.of(
                        "commandId",
                        Story.id(),
                        "workerId",
                        colleague,
                        "change",
                        "LEFT",
                        "on",
                        LocalDate.now(ZONE).minusDays(1).toString());
        service.post("/api/v1/teams/" + story.team + "/staff", left, story.leader).recorded();

        looksAsIfItWereNotThere(token);
        Body session =
                story.session("2011-03-14T10:00:00Z", aGoal())
                        .with("recordedBy", Story.worker(colleague));
        service.post("/api/v1/sessions", session, token).refused(404, "case.unknown ");
    }

    @Test
    void after_a_transfer_the_old_team_reads_nothing_more_but_the_care_coordinator_does() {
        String colleague = joined(story.team, "2011-01-03");
        metWith(colleague, daysAgo(5));
        String newTeam = Story.id();
        story.team(newTeam);
        String newWorker = joined(newTeam, "2011-01-03");
        looksAsIfItWereNotThere(story.leaderToken(newTeam));

        Body transfer =
                Body.of(
                        "commandId", Story.id(),
                        "toTeamId", newTeam,
                        "on", LocalDate.now(ZONE).minusDays(1).toString(),
                        "recordedBy", Story.worker(story.worker));
        story.command("transfers", transfer, story.system).recorded();

        looksAsIfItWereNotThere(story.leader);
        looksAsIfItWereNotThere(story.workerToken(colleague));
        service.get(path, story.staff).found();
        assertThat(service.get(path, story.leaderToken(newTeam)).found().text("/teamId"))
                .isEqualTo(newTeam);
        looksAsIfItWereNotThere(story.workerToken(newWorker));
        metWith(newWorker, daysAgo(0));
        service.get(path, story.workerToken(newWorker)).found();
        assertThat(service.get(path + "/events", story.workerToken(newWorker)).at("/events"))
                .hasSizeGreaterThan(3);
    }

    @Test
    void an_amended_session_gives_nobody_a_right_and_may_take_one_away() {
        String colleague = joined(story.team, "2011-01-03");
        String stranger = joined(story.team, "2011-01-03");
        Body session = metWith(colleague, daysAgo(5));
        service.get(path, story.workerToken(colleague)).found();

        Body header =
                session.without("sessionId", "entries")
                        .with(
                                "participants",
                                List.of(
                                        Map.of("party", "SERVICE_USER"),
                                        Story.worker(story.worker),
                                        Story.worker(stranger)));
        story.correct(Story.amendment(session.text("sessionId"), header)).recorded();

        looksAsIfItWereNotThere(story.workerToken(stranger));
        looksAsIfItWereNotThere(story.workerToken(colleague));
    }

    @Test
    void the_list_of_cases_holds_what_can_be_read_one_by_one() {
        String mine = Story.id();
        story.open(mine, Story.id()).recorded();
        String colleague = joined(story.team, "2011-01-03");
        long position = story.post(metSession(colleague)).recorded().at("/position").asLong();

        String list = "/api/v1/cases?minPosition=" + position;
        assertThat(listed(list, story.staff)).containsExactlyInAnyOrder(story.caseId, mine);
        assertThat(listed(list, story.leader)).containsExactlyInAnyOrder(story.caseId, mine);
        assertThat(listed(list, story.auditor)).containsExactlyInAnyOrder(story.caseId, mine);
        assertThat(listed(list, story.self)).containsExactly(story.caseId);
        assertThat(listed(list, story.workerToken(colleague))).containsExactly(story.caseId);
        assertThat(listed(list, story.workerToken(Story.id()))).isEmpty();
        assertThat(listed(list, elsewhere.auditor)).containsExactly(elsewhere.caseId);
    }

    private List<String> listed(String list, String token) {
        return service.get(list, token).found().at("/cases").findValuesAsString("caseId");
    }

    @Test
    void an_auditor_or_a_system_with_teams_has_only_these() {
        TokenRequest auditor = TokenRequest.of(Role.AUDITOR).trust(story.trust);
        service.get(path, service.token(auditor.teams(TeamId.of(story.team)))).found();
        looksAsIfItWereNotThere(service.token(auditor.teams(TeamId.of(Story.id()))));
        String system =
                service.token(
                        TokenRequest.of(Role.CLINICAL_SYSTEM)
                                .trust(story.trust)
                                .teams(TeamId.of(Story.id())));
        service.post("/api/v1/sessions", story.session("2011-03-14T10:00:00Z", aGoal()), system)
                .refused(404, "case.unknown ");
    }

    private void looksAsIfItWereNotThere(String token) {
        String nowhere = "/api/v1/cases/" + Story.id();
        for (String what : List.of("", "/care-plan", "/events")) {
            Answer there = service.get(path + what, token);
            there.refused(404, "case.unknown ");
            assertThat(there.body()).isEqualTo(service.get(nowhere + what, token).body());
        }
    }

    private String joined(String team, String on) {
        String worker = Story.id();
        story.joined(team, worker, on);
        return worker;
    }

    /** Another worker's session with the person. */
    private Body metWith(String worker, Instant at) {
        Body session = metSession(worker).with("occurredAt", at.toString());
        story.post(session).recorded();
        return session;
    }

    private Body metSession(String worker) {
        return story.session(daysAgo(5).toString(), aGoal())
                .with(
                        "participants",
                        List.of(
                                Map.of("party", "SERVICE_USER"),
                                Story.worker(worker),
                                Story.worker(story.worker)));
    }

    private static Instant daysAgo(int days) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return days == 0
                ? now
                : LocalDate.ofInstant(now, ZONE)
                        .minusDays(days)
                        .atTime(12, 0)
                        .atZone(ZONE)
                        .toInstant();
    }

    private static Body aGoal() {
        return Entries.goalVoiced(Story.id(), "To sing in the choir.");
    }
}
