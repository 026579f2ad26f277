package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two administrators have words forgotten: the fact stays, what was said is gone for everybody. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ErasingWordsTest {

    private static final String WRONG = "a cormorant on the gasworks roof";
    private static final String AMENDED = "a cormorant dries both wings";
    private static final String WHY = "it was another bird altogether";
    private static final String STEP = "cross the bridge at low tide";
    private static final String KEPT = "the allotment has a green door";
    private static final String OPPOSED = "nobody ever spoke of birds";
    private static final String REPLIED = "so it is noted down";
    private static final String LATER = "a kettle whistles on the barge";

    private final Story story = Story.begun();
    private final Service service = story.service;
    private final Erasing erasing = new Erasing(story);
    private final String second = erasing.second();
    private final String goal = Story.id();
    private final Body set = Entries.goalSet(goal, WRONG);
    private final Body step =
            Entries.stepPlanned(goal, Story.id(), "STAFF").with("description", STEP);
    private final Body session =
            story.session("2011-03-14T10:00:00Z", set, step).with("lateReason", "An old one.");
    private final Body kept = story.session("2011-03-15T10:00:00Z", valueTold(KEPT));
    private final Body amendment =
            Story.amendment(set.text("entryId"), set.with("statement", AMENDED))
                    .with("reason", WHY);
    private final Body disagreement =
            Body.of(
                    "commandId",
                    Story.id(),
                    "target",
                    set.text("entryId"),
                    "party",
                    "SERVICE_USER",
                    "words",
                    OPPOSED);

    private static Body valueTold(String statement) {
        return Entries.valueTold(Story.id(), statement);
    }

    @BeforeEach
    void much_is_said() {
        story.post(session).recorded();
        story.post(kept).recorded();
        story.correct(amendment).recorded();
        story.command("disagreements", disagreement, story.self).recorded();
        Body reply =
                Body.of(
                        "commandId",
                        Story.id(),
                        "party",
                        Story.worker(story.worker),
                        "words",
                        REPLIED);
        story.command(
                        "disagreements/" + disagreement.text("commandId") + "/replies",
                        reply,
                        story.staff)
                .recorded();
    }

    /** Everything that anybody is told of the case. */
    private List<String> told() {
        List<String> answers = new ArrayList<>();
        for (String token : List.of(story.self, story.staff, story.leader, story.auditor)) {
            for (String path :
                    List.of(
                            "/api/v1/cases/" + story.caseId + "/care-plan?include=all",
                            "/api/v1/cases/" + story.caseId + "/events?limit=1000",
                            "/api/v1/sessions/" + session.text("sessionId"),
                            "/api/v1/sessions/" + kept.text("sessionId"))) {
                answers.add(service.get(path, token, "Purpose", "COMPLAINT").found().asText());
            }
        }
        answers.add(story.events(story.self, "Accept", "application/x-ndjson").found().asText());
        answers.add(
                service.get(
                                "/api/v1/audit/goals?include=all&caseId=" + story.caseId,
                                story.auditor,
                                "Purpose",
                                "AUDIT")
                        .asText());
        return answers;
    }

    private void saysNothingOf(String... texts) {
        assertThat(told()).allSatisfy(answer -> assertThat(answer).doesNotContain(texts));
    }

    private void stillSays(String... texts) {
        assertThat(story.events(story.self).found().asText()).contains(texts);
    }

    @Test
    void nothing_goes_before_another_administrator_approves() {
        Body erasure = erasing.asked(Erasing.ofEntry(set.text("entryId")));
        stillSays(WRONG, AMENDED, WHY);

        erasing.approve(erasure, Erasing.approval(), story.admin)
                .refused(403, "approval.same-person ");
        stillSays(WRONG, AMENDED, WHY);

        Answer receipt = erasing.approve(erasure, Erasing.approval(), second).recorded();
        assertThat(receipt.text("/events/0/type")).isEqualTo("words.erased");
        saysNothingOf(WRONG, AMENDED, WHY);
    }

    @Test
    void the_same_person_by_another_account_does_not_approve_either() {
        WorkerId worker = WorkerId.of(Story.id());
        TokenRequest request = TokenRequest.of(Role.ADMIN).trust(story.trust).worker(worker);
        Body erasure = Erasing.ofTheCase();
        story.command("erasures", erasure, service.token(request.subject("one"))).recorded();

        erasing.approve(erasure, Erasing.approval(), service.token(request.subject("two")))
                .refused(403, "approval.same-person ");
    }

    @Test
    void an_entry_s_words_go_with_its_amendments_and_all_else_stays() {
        erasing.erased(Erasing.ofEntry(set.text("entryId")));

        saysNothingOf(WRONG, AMENDED, WHY);
        stillSays(STEP, KEPT, OPPOSED, REPLIED);
        Answer plan = story.plan(story.staff, "");
        assertThat(plan.text("/goals/0/goalId")).isEqualTo(goal);
        JsonNode statement = plan.at("/goals/0/statement");
        assertThat(statement.path("text").isNull()).isTrue();
        assertThat(statement.path("withheld").asString()).isEqualTo("ERASED");
        assertThat(statement.path("statedBy").path("id").asString()).isEqualTo(story.worker);
        assertThat(plan.text("/goals/0/steps/0/description/text")).isEqualTo(STEP);
        assertThat(plan.text("/goals/0/disagreements/0/words/text")).isEqualTo(OPPOSED);
        Answer read = service.get("/api/v1/sessions/" + session.text("sessionId"), story.staff);
        assertThat(read.text("/entries/0/statement/withheld")).isEqualTo("ERASED");
        assertThat(read.text("/corrections/0/payload/replacement/statement/withheld"))
                .isEqualTo("ERASED");
        assertThat(read.text("/corrections/0/payload/reason/withheld")).isEqualTo("ERASED");
        JsonNode goals =
                service.get("/api/v1/audit/goals?caseId=" + story.caseId, story.auditor)
                        .found()
                        .at("/goals");
        assertThat(goals.at("/0/statement/withheld").asString()).isEqualTo("ERASED");
    }

    @Test
    void what_was_known_before_shows_it_no_more() {
        String before = story.plan(story.staff, "").text("/knownAt");
        erasing.erased(Erasing.ofEntry(set.text("entryId")));

        Answer then = story.plan(story.staff, "?knownAt=" + before).found();
        assertThat(then.asText()).doesNotContain(WRONG, AMENDED).contains("ERASED");
    }

    @Test
    void a_session_s_words_go_with_its_entries() {
        erasing.erased(Erasing.ofEntry(session.text("sessionId")));

        saysNothingOf(WRONG, AMENDED, WHY, STEP, "An old one.");
        stillSays(KEPT, OPPOSED, REPLIED);
    }

    @Test
    void a_disagreement_is_erased_by_itself() {
        erasing.erased(Erasing.ofEntry(disagreement.text("commandId")));

        saysNothingOf(OPPOSED);
        stillSays(WRONG, AMENDED, REPLIED);
    }

    @Test
    void of_a_case_all_goes_and_what_is_said_later_stays() {
        erasing.erased(Erasing.ofTheCase());
        saysNothingOf(WRONG, AMENDED, WHY, STEP, KEPT, OPPOSED, REPLIED);

        story.held("2011-03-16T10:00:00Z", valueTold(LATER));
        stillSays(LATER);
    }

    @Test
    void approving_again_does_nothing() {
        Body erasure = erasing.asked(Erasing.ofTheCase());
        Body approval = Erasing.approval();
        Answer receipt = erasing.approve(erasure, approval, second).recorded();
        Body later = story.session("2011-03-16T10:00:00Z", valueTold(LATER));
        story.post(later).recorded();

        Answer again = erasing.approve(erasure, approval, second).found();
        assertThat(again.body()).isEqualTo(receipt.body());
        assertThat(again.header("Repeated")).isEqualTo("true");
        erasing.approve(erasure, Erasing.approval(), erasing.administrator("third")).recorded();

        stillSays(LATER);
        story.post(later).found();
    }

    @Test
    void a_repeat_of_what_was_erased_can_no_longer_be_compared() {
        erasing.erased(Erasing.ofEntry(set.text("entryId")));

        story.post(session).refused(410, "words.erased ");
        story.post(session.with("minutes", 20)).refused(410, "words.erased ");
        story.correct(amendment).refused(410, "words.erased ");
        story.post(kept).found();
        story.command("disagreements", disagreement, story.self).found();
    }

    @Test
    void an_erased_entry_can_be_amended_with_new_words_or_stay_as_it_is() {
        erasing.erased(Erasing.ofEntry(set.text("entryId")));
        story.correct(
                        Story.amendment(
                                set.text("entryId"),
                                set.with("statement", Map.of("asBefore", true))
                                        .with("importance", 4)))
                .recorded();
        assertThat(story.plan(story.staff, "").text("/goals/0/statement/withheld"))
                .isEqualTo("ERASED");

        story.correct(Story.amendment(set.text("entryId"), set.with("statement", LATER)))
                .recorded();
        assertThat(story.plan(story.staff, "").text("/goals/0/statement/text")).isEqualTo(LATER);
    }

    @Test
    void an_erasure_that_was_asked_by_mistake_is_taken_back_by_an_administrator() {
        Body erasure = erasing.asked(Erasing.ofEntry(set.text("entryId")));
        Body mark = Story.mark(erasure.text("commandId"));
        for (String token : List.of(story.staff, story.leader, story.self)) {
            story.command("corrections", mark, token).refused(403, "role.not-enough /target");
        }
        story.command("corrections", mark, second).recorded();

        erasing.approve(erasure, Erasing.approval(), second).refused(404, "erasure.unknown ");
        stillSays(WRONG);
    }

    @Test
    void what_an_administrator_amended_is_approved_by_somebody_else() {
        Body erasure = erasing.asked(Erasing.ofEntry(set.text("entryId")));
        Body amended = erasure.without("commandId").with("target", kept.text("sessionId"));
        story.command("corrections", Story.amendment(erasure.text("commandId"), amended), second)
                .recorded();

        erasing.approve(erasure, Erasing.approval(), second).refused(403, "approval.same-person ");
        erasing.approve(erasure, Erasing.approval(), erasing.administrator("third")).recorded();
        saysNothingOf(KEPT);
        stillSays(WRONG);
    }

    @Test
    void an_administrator_corrects_nothing_else_and_nobody_corrects_an_erasure() {
        story.command("corrections", Story.mark(set.text("entryId")), story.admin)
                .refused(403, "role.not-enough /target");
        Body erasure = erasing.asked(Erasing.ofEntry(set.text("entryId")));
        Body approval = Erasing.approval();
        erasing.approve(erasure, approval, second).recorded();

        story.command("corrections", Story.mark(approval.text("commandId")), story.admin)
                .refused(422, "reference.wrong-kind /target");
    }

    @Test
    void roles_are_joined() {
        String both =
                service.token(
                        TokenRequest.of(Role.ADMIN, Role.CLINICAL_SYSTEM)
                                .trust(story.trust)
                                .subject("both"));
        Body erasure = Erasing.ofEntry(set.text("entryId"));
        story.command("erasures", erasure, both).recorded();
        Body recorder = Story.mark(erasure.text("commandId"));
        story.command(
                        "corrections",
                        recorder.with("recordedBy", Story.party("OTHER", "both")),
                        both)
                .recorded();
        story.command(
                        "corrections",
                        Story.mark(set.text("entryId"))
                                .with("recordedBy", Story.worker(story.worker))
                                .with("because", "DUPLICATE"),
                        both)
                .refused(422, "entry.others-rest-on-it /target");
    }

    @Test
    void an_erasure_names_what_is_there_in_a_case_of_the_own_trust() {
        story.command("erasures", Erasing.ofEntry(Story.id()), story.admin)
                .refused(422, "reference.unknown /target");
        story.command("erasures", Erasing.ofEntry("x").without("target"), story.admin)
                .refused(400, "field.missing /target");
        String elsewhere = service.token(TokenRequest.of(Role.ADMIN).trust("ELSEWHERE"));
        story.command("erasures", Erasing.ofTheCase(), elsewhere).refused(404, "case.unknown ");
        Body erasure = erasing.asked(Erasing.ofTheCase());
        erasing.approve(erasure, Erasing.approval(), elsewhere).refused(404, "case.unknown ");
        erasing.approve(Erasing.approval(), Erasing.approval(), second)
                .refused(404, "erasure.unknown ");
        String everywhere = service.token(TokenRequest.of(Role.ADMIN).subject("everywhere"));
        erasing.approve(erasure, Erasing.approval(), everywhere).recorded();
    }
}
