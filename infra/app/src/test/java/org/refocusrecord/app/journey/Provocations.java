package org.refocusrecord.app.journey;

import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** For each reason of refusal a way in which a caller meets with it. */
final class Provocations {

    private static final String AT = "2011-03-14T10:00:00Z";

    private final Story story = Story.begun();
    private final Map<String, Supplier<Answer>> byCode = new HashMap<>();
    private final String goal = Story.id();
    private final Body set = Entries.goalSet(goal, Entries.verbatim("To cook again."));
    private final Body planned = Entries.stepPlanned(goal, Story.id(), "STAFF");
    private final Body other = Entries.goalSet(Story.id(), "To paint.");
    private final Body session = story.session(AT, set, other, planned);

    private Provocations() {
        story.post(session).recorded();
    }

    static Map<String, Supplier<Answer>> byCode() {
        Provocations all = new Provocations();
        all.json();
        all.fields();
        all.queries();
        all.tokens();
        all.whatIsNotThere();
        all.conflicts();
        all.references();
        all.parties();
        all.persons();
        all.corrections();
        all.erasures();
        return Map.copyOf(all.byCode);
    }

    private void json() {
        posting("json.not-readable", "{\"sessionId\": ");
        posting("json.key-twice", "{\"minutes\": 5, \"minutes\": 5}");
        posting("json.too-deep", "[".repeat(33) + "]".repeat(33));
        posting("body.too-large", " ".repeat((1 << 20) + 1));
        byCode.put("body.not-json", () -> story.service.send(withContentType("text/plain")));
    }

    /** No brokers were named to this service. */
    private HttpRequest.Builder backfill() {
        return story.service
                .request("/api/v1/outbox/backfill?topic=another", story.everywhere)
                .POST(HttpRequest.BodyPublishers.noBody());
    }

    private HttpRequest.Builder withContentType(String type) {
        return story.service
                .request("/api/v1/sessions", story.system)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(session.toString()));
    }

    private void fields() {
        posting("field.unknown", session.with("colour", "red"));
        posting("field.missing", session.without("caseId"));
        posting("field.wrong-type", session.with("minutes", "50"));
        posting("value.not-allowed", session.with("minutes", 0));
        posting("text.blank", session.with("lateReason", " "));
        posting("text.too-long", session.with("lateReason", "a".repeat(10_001)));
        posting("text.not-allowed", session.with("lateReason", "\u0000"));
        posting("list.empty", session.with("entries", List.of()));
        posting("list.too-long", session.with("entries", Collections.nCopies(201, set)));
        posting("time.in-future", session.with("occurredAt", "2999-01-01T00:00:00Z"));
        posting("time.too-early", session.with("occurredAt", "1899-01-01T00:00:00Z"));
        Body rating = Entries.briefInspire(Story.id(), "STAFF");
        entry("answer.unknown-item", rating.with("answers", Map.of("B6", 1)));
        entry("answer.not-allowed", rating.with("answers", Map.of("B1", 5)));
    }

    private void queries() {
        reading("range.reversed", "/api/v1/audit/goals?from=2012-01-01&to=2011-01-01");
        reading("query.unknown", "/api/v1/audit/goals?asof=2012-01-01");
        reading("query.not-readable", "/api/v1/audit/goals?asOf=yesterday");
        reading("cursor.not-readable", "/api/v1/audit/goals?cursor=here");
        reading("path.unknown", "/api/v1/castles");
        reading("view.behind", casePath() + "?minPosition=999999999");
        byCode.put(
                "method.not-allowed",
                () ->
                        story.service.send(
                                story.service.request(casePath(), story.auditor).DELETE()));
    }

    private void tokens() {
        byCode.put("token.missing", () -> story.service.get(casePath(), ""));
        byCode.put(
                "token.not-valid",
                () ->
                        story.service.get(
                                casePath(),
                                story.service.token(
                                        TokenRequest.of(Role.AUDITOR)
                                                .valid(Duration.ofHours(-1)))));
        byCode.put("role.not-enough", () -> story.service.get(casePath(), story.admin));
        byCode.put(
                "recorded-by.not-you",
                () ->
                        story.service.post(
                                "/api/v1/sessions",
                                another().with("recordedBy", Story.worker(Story.id())),
                                story.staff));
        byCode.put(
                "trust.not-yours",
                () ->
                        story.service.post(
                                "/api/v1/teams",
                                story.teamBody(Story.id()).with("trust", "ANOTHER"),
                                story.admin));
    }

    private void whatIsNotThere() {
        byCode.put("kafka.not-reachable", () -> story.service.send(backfill()));
        byCode.put(
                "dead-letter.unknown",
                () -> story.service.get("/api/v1/dead-letters/0-17", story.everywhere));
        posting("case.unknown", another().with("caseId", Story.id()));
        byCode.put(
                "team.unknown",
                () ->
                        story.service.post(
                                "/api/v1/teams/" + Story.id() + "/staff",
                                Body.of(
                                        "commandId",
                                        Story.id(),
                                        "workerId",
                                        story.worker,
                                        "change",
                                        "JOINED",
                                        "on",
                                        "2011-01-03"),
                                story.admin));
        byCode.put(
                "study.unknown",
                () ->
                        story.service.post(
                                "/api/v1/studies/" + Story.id() + "/participants",
                                Body.of(
                                        "commandId",
                                        Story.id(),
                                        "caseId",
                                        story.caseId,
                                        "consent",
                                        "GIVEN",
                                        "on",
                                        "2011-01-03"),
                                story.admin));
        byCode.put(
                "projection.unknown",
                () ->
                        story.service.post(
                                "/api/v1/projections/no-such/pause", "{}", story.everywhere));
        reading("session.unknown", "/api/v1/sessions/" + Story.id());
        reading("event.unknown", "/api/v1/integrity/events/" + Story.id() + "/proof");
        reading("command.unknown", "/api/v1/commands/" + Story.id() + "/receipt");
        byCode.put(
                "disagreement.unknown",
                () ->
                        story.command(
                                "disagreements/" + Story.id() + "/replies",
                                Body.of(
                                        "commandId", Story.id(),
                                        "party", "STAFF",
                                        "words", "We spoke about it."),
                                story.staff));
    }

    private void conflicts() {
        posting("session.content-differs", session.with("minutes", 20));
        posting("id.taken", another().with("entries", List.of(set)));
        Body death = Body.of("commandId", Story.id(), "on", "2011-05-01");
        byCode.put(
                "command.content-differs",
                () -> {
                    story.command("reopening", death, story.staff).recorded();
                    return story.command("reopening", death.with("on", "2011-05-02"), story.staff);
                });
        byCode.put(
                "version.stale",
                () ->
                        story.service.post(
                                "/api/v1/sessions", another(), story.system, "If-Match", "\"1\""));
    }

    private void references() {
        entry("reference.unknown", Entries.stepPlanned(Story.id(), Story.id(), "STAFF"));
        entry(
                "reference.wrong-kind",
                Entries.stepPlanned(planned.text("stepId"), Story.id(), "STAFF"));
        posting(
                "time.before-reference",
                story.session(
                        "2011-03-13T10:00:00Z", Entries.stepPlanned(goal, Story.id(), "STAFF")));
        posting("late.reason-missing", another().without("lateReason"));
        entry(
                "measure.needs-goal",
                Entries.entry(
                        "MEASURE",
                        "measureId",
                        Story.id(),
                        "measure",
                        "IOM_GA",
                        "rater",
                        "SERVICE_USER",
                        "answers",
                        Map.of("GA", 1)));
    }

    private void parties() {
        entry("party.unknown", Entries.stepPlanned(goal, Story.id(), "CARER"));
        entry("party.twice", Entries.stepPlanned(goal, Story.id(), "STAFF", "STAFF"));
        posting(
                "party.ambiguous",
                another()
                        .with(
                                "participants",
                                List.of(Story.worker(story.worker), Story.worker(Story.id()))));
        posting(
                "party.id-missing",
                another().with("participants", List.of(Map.of("party", "STAFF"))));
        entry(
                "contract.needs-both",
                Entries.entry(
                        "COACHING_CONTRACT_AGREED",
                        "contractId",
                        Story.id(),
                        "worker",
                        "STAFF",
                        "purpose",
                        "To find time for painting.",
                        "agreedBy",
                        List.of("STAFF")));
    }

    private void persons() {
        entry(
                "acceptance.not-own-act",
                Entries.entry(
                        "GOAL_ACCEPTANCE",
                        "goalId",
                        goal,
                        "party",
                        "SERVICE_USER",
                        "answer",
                        "AGREE",
                        "how",
                        "OWN_ACT"));
        entry(
                "attainment.not-own",
                Entries.entry(
                        "GOAL_REVIEW",
                        "goalId",
                        goal,
                        "accordingTo",
                        "STAFF",
                        "progress",
                        "CLOSER",
                        "attainment",
                        1));
        byCode.put(
                "own-entry.another-person",
                () ->
                        story.own(
                                AT,
                                Entries.stepPlanned(goal, Story.id(), Story.worker(story.worker))));
    }

    private void corrections() {
        correcting("words.not-yours", Story.amendment(set.text("entryId"), set));
        correcting(
                "replacement.not-the-same",
                Story.amendment(
                        planned.text("entryId"), planned.with("goalId", other.text("goalId"))));
        correcting(
                "entry.others-rest-on-it",
                Story.mark(set.text("entryId")).with("because", "DUPLICATE"));
        byCode.put(
                "entry.in-error",
                () -> {
                    Body action = Entries.actionAdded(Story.id(), "STAFF");
                    story.held(AT, action);
                    story.correct(Story.mark(action.text("entryId"))).recorded();
                    return story.correct(Story.amendment(action.text("entryId"), action));
                });
    }

    private void erasures() {
        Erasing erasing = new Erasing(story);
        Body approval = Erasing.approval();
        byCode.put("erasure.unknown", () -> erasing.approve(approval, approval, erasing.second()));
        byCode.put(
                "approval.same-person",
                () -> {
                    Body erasure = erasing.asked(Erasing.ofEntry(session.text("sessionId")));
                    return erasing.approve(erasure, approval, story.admin);
                });
        byCode.put(
                "words.erased",
                () -> {
                    Body another = another();
                    story.post(another).recorded();
                    erasing.erased(Erasing.ofEntry(another.text("sessionId")));
                    return story.post(another);
                });
    }

    private void posting(String code, Object body) {
        byCode.put(code, () -> story.post(body));
    }

    private void entry(String code, Body entry) {
        byCode.put(code, () -> story.post(story.session(AT, entry)));
    }

    private void correcting(String code, Body correction) {
        byCode.put(code, () -> story.correct(correction));
    }

    private void reading(String code, String path) {
        byCode.put(code, () -> story.service.get(path, story.auditor));
    }

    private String casePath() {
        return "/api/v1/cases/" + story.caseId;
    }

    private Body another() {
        return story.session(AT, Entries.goalSet(Story.id(), "To paint."));
    }
}
