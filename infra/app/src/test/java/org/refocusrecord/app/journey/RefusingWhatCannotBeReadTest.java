package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sessions that nobody can read are refused with every fault, and leave nothing behind. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusingWhatCannotBeReadTest {

    private static final Story STORY = Story.begun();
    private static final String AT = "2011-03-14T10:00:00Z";
    private static final String NUL = "Before\u0000after";

    /** A body, and the faults with which it is refused. */
    record Bad(String what, Object body, List<String> faults) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Bad bad(String what, Object body, String... faults) {
        return new Bad(what, body, List.of(faults));
    }

    @AfterEach
    void nothing_is_recorded() {
        assertThat(STORY.told()).containsExactly("case.opened");
    }

    @ParameterizedTest
    @MethodSource({"json", "fields", "values", "texts", "lists", "times", "answers"})
    void a_session_that_cannot_be_read_is_refused(Bad bad) {
        STORY.post(bad.body()).refused(400, bad.faults().toArray(String[]::new));
    }

    static Stream<Bad> json() {
        String whole = session().toString();
        return Stream.of(
                bad("nothing", "", "json.not-readable "),
                bad("half of it", whole.substring(0, 90), "json.not-readable "),
                bad("a trailing comma", "{\"minutes\": 5,}", "json.not-readable "),
                bad("a comment", "/* a note */ {}", "json.not-readable "),
                bad("two values", "{} {}", "json.not-readable "),
                bad("a list", "[]", "field.wrong-type "),
                bad(
                        "a key that stands twice",
                        whole.replace("\"minutes\":50", "\"minutes\":50,\"minutes\":50"),
                        "json.key-twice /minutes"),
                bad(
                        "33 levels",
                        "{\"entries\":" + "[".repeat(32) + "]".repeat(32) + "}",
                        "json.too-deep /entries" + "/0".repeat(31)),
                bad(
                        "a number of 5,000 digits",
                        whole.replace("\"minutes\":50", "\"minutes\":" + "5".repeat(5_000)),
                        "value.not-allowed /minutes"),
                bad(
                        "a number of 400 characters",
                        whole.replace("\"minutes\":50", "\"minutes\":5." + "0".repeat(395) + "1e1"),
                        "field.wrong-type /minutes"),
                bad(
                        "a number of 401 characters",
                        whole.replace("\"minutes\":50", "\"minutes\":5." + "0".repeat(396) + "1e1"),
                        "value.not-allowed /minutes"),
                bad("a million levels", "[".repeat(1_000_000), "json.too-deep " + "/0".repeat(32)));
    }

    static Stream<Bad> fields() {
        return Stream.of(
                bad("an unknown field", session().with("colour", "red"), "field.unknown /colour"),
                bad(
                        "an unknown field of an entry",
                        session(goal().with("colour", "red")),
                        "field.unknown /entries/0/colour"),
                bad(
                        "an unknown field of a text",
                        session(goal().with("statement", Map.of("text", "To cook.", "x", 1))),
                        "field.unknown /entries/0/statement/x"),
                bad("no case", session().without("caseId"), "field.missing /caseId"),
                bad("null for a case", session().with("caseId", null), "field.missing /caseId"),
                bad(
                        "a number as a string",
                        session().with("minutes", "50"),
                        "field.wrong-type /minutes"),
                bad("a fraction", session().with("minutes", 50.5), "field.wrong-type /minutes"),
                bad(
                        "a whole number with a fraction of nought",
                        session().toString().replace("\"minutes\":50", "\"minutes\":50.0"),
                        "field.wrong-type /minutes"),
                bad(
                        "a text that is a number",
                        session(goal().with("statement", 5)),
                        "field.wrong-type /entries/0/statement"),
                bad(
                        "a list that is none",
                        session().with("entries", goal()),
                        "field.wrong-type /entries"),
                bad(
                        "an id that is none",
                        session().with("sessionId", "17"),
                        "field.wrong-type /sessionId"),
                bad(
                        "the id of a sender who forgot to set it",
                        session().with("sessionId", "00000000-0000-0000-0000-000000000000"),
                        "field.wrong-type /sessionId"),
                bad(
                        "an id in upper case",
                        session().with("sessionId", "6F1B0B5E-52A4-4C55-9D7E-2F5A54B6A6D1"),
                        "field.wrong-type /sessionId"));
    }

    static Stream<Bad> values() {
        return Stream.of(
                bad(
                        "a setting that is not in the list",
                        session().with("setting", "ON_THE_MOON"),
                        "value.not-allowed /setting"),
                bad(
                        "a kind that there is not",
                        session(goal().with("kind", "GOAL_IMPOSED")),
                        "value.not-allowed /entries/0/kind"),
                bad(
                        "a party that there is not",
                        session().with("participants", List.of(Map.of("party", "PARROT"))),
                        "value.not-allowed /participants/0/party"),
                bad("no minute", session().with("minutes", 0), "value.not-allowed /minutes"),
                bad(
                        "more than a day",
                        session().with("minutes", 1441),
                        "value.not-allowed /minutes"),
                bad(
                        "more minutes than any number holds",
                        session().with("minutes", 4_294_967_346L),
                        "value.not-allowed /minutes"),
                bad(
                        "three faults at once, in their order",
                        session(goal().with("whose", "NOBODY").with("colour", "red"))
                                .with("minutes", "50"),
                        "field.wrong-type /minutes",
                        "value.not-allowed /entries/0/whose",
                        "field.unknown /entries/0/colour"));
    }

    static Stream<Bad> texts() {
        return Stream.of(
                bad(
                        "a blank text",
                        session(goal().with("statement", " \t ")),
                        "text.blank /entries/0/statement"),
                bad(
                        "a text of 10,001 characters",
                        session(goal().with("statement", "a".repeat(10_001))),
                        "text.too-long /entries/0/statement"),
                bad(
                        "U+0000",
                        session(goal().with("statement", NUL)),
                        "text.not-allowed /entries/0/statement"),
                bad(
                        "U+0000 in a reason",
                        session().with("lateReason", NUL),
                        "text.not-allowed /lateReason"),
                bad(
                        "half a pair of surrogates",
                        session().toString().replace("To cook", "\\ud83d"),
                        "text.not-allowed /entries/0/statement"));
    }

    static Stream<Bad> lists() {
        List<Body> many = IntStream.range(0, 201).mapToObj(_ -> goal()).toList();
        return Stream.of(
                bad("no entry", session().with("entries", List.of()), "list.empty /entries"),
                bad("201 entries", session().with("entries", many), "list.too-long /entries"),
                bad(
                        "nobody",
                        session().with("participants", List.of()),
                        "list.empty /participants"),
                bad(
                        "31 people",
                        session()
                                .with(
                                        "participants",
                                        IntStream.range(0, 31)
                                                .mapToObj(_ -> Story.worker(Story.id()))
                                                .toList()),
                        "list.too-long /participants"),
                bad(
                        "101 reasons for a goal",
                        session(goal().with("arisesFrom", Collections.nCopies(101, STORY.caseId))),
                        "list.too-long /entries/0/arisesFrom"),
                bad(
                        "set by nobody",
                        session(goal().with("setBy", List.of())),
                        "list.empty /entries/0/setBy"));
    }

    static Stream<Bad> times() {
        return Stream.of(
                bad(
                        "a time without a zone",
                        session().with("occurredAt", "2011-03-14T10:00:00"),
                        "field.wrong-type /occurredAt"),
                bad(
                        "a day for a time",
                        session().with("occurredAt", "2011-03-14"),
                        "field.wrong-type /occurredAt"),
                bad(
                        "a 30th of February",
                        session().with("occurredAt", "2011-02-30T10:00:00Z"),
                        "field.wrong-type /occurredAt"),
                bad(
                        "a time that has not come",
                        session().with("occurredAt", "2999-03-14T10:00:00Z"),
                        "time.in-future /occurredAt"),
                bad(
                        "a time before 1900",
                        session().with("occurredAt", "1899-12-31T23:59:59Z"),
                        "time.too-early /occurredAt"),
                bad(
                        "a day that has not come",
                        session(
                                Entries.stepDone(Story.id(), "SERVICE_USER")
                                        .with("on", "2999-01-01")),
                        "time.in-future /entries/0/on"));
    }

    static Stream<Bad> answers() {
        Body rating = Entries.briefInspire(Story.id(), "STAFF");
        return Stream.of(
                bad(
                        "a rating of 5",
                        session(rating.with("answers", Map.of("B1", 5))),
                        "answer.not-allowed /entries/0/answers/B1"),
                bad(
                        "a code that is no answer",
                        session(rating.with("answers", Map.of("B1", "NOT_IMPORTANT"))),
                        "answer.not-allowed /entries/0/answers/B1"),
                bad(
                        "an item that does not exist",
                        session(rating.with("answers", Map.of("B6", 1))),
                        "answer.unknown-item /entries/0/answers/B6"));
    }

    @Test
    void what_is_not_in_utf_8_is_refused() {
        byte[] latin =
                session()
                        .toString()
                        .replace("To cook", "Café")
                        .getBytes(StandardCharsets.ISO_8859_1);
        send("application/json", latin).refused(400, "json.not-readable ");
    }

    @Test
    void another_form_than_json_is_refused() {
        byte[] body = session().toString().getBytes(StandardCharsets.UTF_8);
        send("text/plain", body).refused(415, "body.not-json ");
        send("application/json;charset=iso-8859-1", body).refused(415, "body.not-json ");
        send("neither this nor that", body).refused(415, "body.not-json ");
        STORY.service
                .post("/api/v1/sessions", session(), STORY.system, "Content-Encoding", "gzip")
                .refused(415, "body.not-json ");
    }

    @Test
    void what_is_wrong_beside_the_body_is_told_with_what_is_wrong_in_it() {
        STORY.service
                .post(
                        "/api/v1/sessions?dryRun=true",
                        session().with("minutes", 0),
                        STORY.system,
                        "If-Match",
                        "17")
                .refused(
                        400,
                        "value.not-allowed /minutes",
                        "query.unknown /dryRun",
                        "value.not-allowed /If-Match");
    }

    @Test
    void what_cannot_be_read_is_told_before_what_is_out_of_scope() {
        String elsewhere = Story.begun().system;
        STORY.service
                .post("/api/v1/sessions", session(), elsewhere, "If-Match", "17")
                .refused(400, "value.not-allowed /If-Match");
    }

    @Test
    void a_parameter_that_a_post_does_not_know_is_refused() {
        STORY.service
                .post("/api/v1/sessions?dryRun=true", session(), STORY.system)
                .refused(400, "query.unknown /dryRun");
    }

    private static Answer send(String contentType, byte[] body) {
        return STORY.service.send(
                STORY.service
                        .request("/api/v1/sessions", STORY.system)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    private static Body session(Object... entries) {
        return STORY.session(AT, entries.length == 0 ? new Object[] {goal()} : entries);
    }

    private static Body goal() {
        return Entries.goalSet(Story.id(), "To cook");
    }
}
