package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A text is read by those with whom the person shares it, and by nobody else, wherever it stands.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepingTextsToThoseTheyAreForTest {

    private static final String MINE = "only mine: ";
    private static final String OURS = "between us: ";
    private static final String EVERYBODY_S = "for the team: ";

    private static final Story STORY = Story.begun();
    private static final String COLLEAGUE = Story.id();
    private static final String SESSION = Story.id();

    /** Who reads, with what purpose, and what of all that is written he or she finds. */
    record Reader(String who, String token, String purpose, List<String> finds) {
        @Override
        public String toString() {
            return who;
        }

        Answer read(String path) {
            return purpose.isEmpty()
                    ? STORY.service.get(path, token)
                    : STORY.service.get(path, token, "Purpose", purpose);
        }
    }

    static {
        STORY.joined(STORY.team, COLLEAGUE, "2011-01-03");
        Body keyWorker =
                Body.of(
                        "commandId",
                        Story.id(),
                        "workerId",
                        COLLEAGUE,
                        "role",
                        "KEY_WORKER",
                        "from",
                        "2011-02-01",
                        "recordedBy",
                        Story.worker(STORY.worker));
        STORY.command("care-coordinator", keyWorker, STORY.system).recorded();
        everythingIsWritten();
    }

    private static void everythingIsWritten() {
        Body mine = Entries.goalSet(Story.id(), shared(MINE + "goal", "PERSON_ONLY"));
        Body ours = Entries.goalSet(Story.id(), shared(OURS + "goal", "WORKER_AND_PERSON"));
        Body everybodys = Entries.goalSet(Story.id(), shared(EVERYBODY_S + "goal", "TEAM"));
        Body value = Entries.valueTold(Story.id(), shared(MINE + "value", "PERSON_ONLY"));
        Body session =
                STORY.session("2011-03-14T10:00:00Z", mine, ours, everybodys, value)
                        .with("sessionId", SESSION)
                        .with("lateReason", shared(MINE + "reason", "PERSON_ONLY"))
                        .with("participants", people());
        STORY.post(session).recorded();
        Body disagreement =
                Body.of(
                        "commandId", Story.id(),
                        "target", ours.text("entryId"),
                        "party", "SERVICE_USER",
                        "words", shared(MINE + "disagreement", "PERSON_ONLY"));
        STORY.command("disagreements", disagreement, STORY.self).recorded();
        STORY.own(
                        "2011-03-15T10:00:00Z",
                        Entries.goalVoiced(Story.id(), shared(MINE + "voiced goal", "PERSON_ONLY")))
                .recorded();
    }

    private static List<Object> people() {
        return List.of(
                Map.of("party", "SERVICE_USER"),
                Story.worker(STORY.worker),
                Map.of(
                        "party", "CARER",
                        "id", Story.id(),
                        "relation", shared(MINE + "relation", "PERSON_ONLY")));
    }

    private static Map<String, Object> shared(String text, String sharing) {
        return Map.of("text", text, "sharing", sharing);
    }

    static Stream<Reader> readers() {
        String colleague = STORY.workerToken(COLLEAGUE);
        return Stream.of(
                reader("the person", STORY.self, "", MINE, OURS, EVERYBODY_S),
                reader("the worker who took part", STORY.staff, "", OURS, EVERYBODY_S),
                reader("a worker who did not", colleague, "", EVERYBODY_S),
                reader("the same for an audit", colleague, "AUDIT", EVERYBODY_S),
                reader("the leader of the team", STORY.leader, "", EVERYBODY_S),
                reader("an auditor without a purpose", STORY.auditor, ""),
                reader("an auditor with one", STORY.auditor, "AUDIT", OURS, EVERYBODY_S));
    }

    private static Reader reader(String who, String token, String purpose, String... finds) {
        return new Reader(who, token, purpose, List.of(finds));
    }

    static Stream<Reader> auditors() {
        return readers().filter(reader -> reader.token().equals(STORY.auditor));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void in_the_plan_the_events_and_the_session(Reader reader) {
        String ofCase = "/api/v1/cases/" + STORY.caseId;
        finds(reader, ofCase + "/care-plan");
        finds(reader, ofCase + "/care-plan?include=all");
        finds(reader, ofCase + "/events");
        finds(reader, "/api/v1/sessions/" + SESSION);
    }

    @ParameterizedTest
    @MethodSource("auditors")
    void in_the_audit_of_goals(Reader reader) {
        finds(reader, "/api/v1/audit/goals?caseId=" + STORY.caseId);
    }

    private static void finds(Reader reader, String path) {
        Answer answer = reader.read(path).found();
        for (String text : List.of(MINE, OURS, EVERYBODY_S)) {
            assertThat(answer.asText().contains(text))
                    .as("%s in %s: %s", text, path, answer.asText())
                    .isEqualTo(reader.finds().contains(text));
        }
        withheld(answer.body()).forEach(KeepingTextsToThoseTheyAreForTest::saysAllButTheText);
    }

    private static void saysAllButTheText(JsonNode words) {
        assertThat(words.path("text").isNull()).isTrue();
        assertThat(words.path("statedBy").path("party").asString()).isNotEmpty();
        assertThat(words.path("wording").asString()).isNotEmpty();
        assertThat(words.path("sharing").asString()).isNotEmpty();
    }

    private static List<JsonNode> withheld(JsonNode body) {
        return new ArrayList<>(body.findParents("withheld"));
    }

    @Test
    void it_is_said_why_a_text_is_withheld() {
        String plan = "/api/v1/cases/" + STORY.caseId + "/care-plan";
        assertThat(reasons(STORY.service.get(plan, STORY.staff))).containsOnly("SHARING");
        assertThat(reasons(STORY.service.get(plan, STORY.auditor))).containsOnly("PURPOSE");
        assertThat(reasons(STORY.service.get(plan, STORY.auditor, "Purpose", "AUDIT; yearly")))
                .containsOnly("SHARING");
        assertThat(reasons(STORY.service.get(plan, STORY.self))).isEmpty();
    }

    private static List<String> reasons(Answer answer) {
        return answer.found().body().findValuesAsString("withheld");
    }

    @Test
    void a_purpose_that_there_is_not_is_refused() {
        STORY.service
                .get(
                        "/api/v1/cases/" + STORY.caseId + "/care-plan",
                        STORY.auditor,
                        "Purpose",
                        "CURIOSITY")
                .refused(400, "value.not-allowed /Purpose");
    }
}
