package org.refocusrecord.web.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.web.reading.Bodies.CONTEXT;
import static org.refocusrecord.web.reading.Bodies.READER;
import static org.refocusrecord.web.reading.Bodies.body;
import static org.refocusrecord.web.reading.Bodies.faults;
import static org.refocusrecord.web.reading.Bodies.faultsOfEntry;
import static org.refocusrecord.web.reading.Bodies.faultsOfSession;
import static org.refocusrecord.web.reading.Bodies.id;
import static org.refocusrecord.web.reading.Bodies.read;
import static org.refocusrecord.web.reading.Bodies.session;
import static org.refocusrecord.web.reading.Bodies.valueTold;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.goal.GoalCompleted;
import org.refocusrecord.events.session.Participant;
import org.refocusrecord.events.workingpractice.ValueTold;

import java.util.Collections;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingASessionTest {

    private static final String WANTING = Person.withoutId(Party.SERVICE_USER).id();
    private static final String STATEMENT = ", \"statement\": \"Being useful\"";

    @Test
    void a_session_becomes_its_facts_and_its_entries() {
        SessionBody session = read(READER.session(body(session(valueTold(STATEMENT))), CONTEXT));
        assertThat(session.held().sessionId()).hasToString(id(1));
        assertThat(session.held().minutes()).isNull();
        assertThat(session.held().participants())
                .containsExactly(
                        new Participant(Party.SERVICE_USER, WANTING, null),
                        new Participant(Party.STAFF, id(3), null));
        assertThat(session.entries())
                .singleElement()
                .isInstanceOfSatisfying(
                        ValueTold.class,
                        told ->
                                assertThat(told.statement())
                                        .isEqualTo(
                                                new Words.Sent(
                                                        "Being useful", null, null, null, null)));
    }

    @Test
    void a_text_may_say_who_said_it_and_how() {
        String words =
                ", \"statement\": {\"text\": \"Being useful\", \"statedBy\": \"SERVICE_USER\","
                        + " \"wording\": \"VERBATIM\", \"lang\": \"en-GB\", \"sharing\": \"TEAM\"}";
        SessionBody session = read(READER.session(body(session(valueTold(words))), CONTEXT));
        assertThat(((ValueTold) session.entries().getFirst()).statement())
                .isEqualTo(
                        new Words.Sent(
                                "Being useful",
                                Person.theOnly(Party.SERVICE_USER),
                                Wording.VERBATIM,
                                "en-GB",
                                Sharing.TEAM));
    }

    @Test
    void a_member_with_a_fixed_value_tells_which_event_is_meant() {
        String completed =
                """
                {"entryId": "%s", "kind": "GOAL_STATUS", "goalId": "%s", "status": "COMPLETED",
                 "decidedBy": ["STAFF", {"party": "OTHER", "id": "account:7"}]}\
                """
                        .formatted(id(10), id(11));
        SessionBody session = read(READER.session(body(session(completed)), CONTEXT));
        assertThat(session.entries())
                .singleElement()
                .isInstanceOfSatisfying(
                        GoalCompleted.class,
                        goal ->
                                assertThat(goal.decidedBy())
                                        .containsExactly(
                                                Person.theOnly(Party.STAFF),
                                                new Person(Party.OTHER, "account:7")));
    }

    @Test
    void without_it_the_rest_is_checked_all_the_same() {
        String none =
                """
                {"entryId": "%s", "kind": "GOAL_STATUS", "goalId": 7, "decidedBy": []}\
                """
                        .formatted(id(10));
        assertThat(faultsOfEntry(none))
                .containsExactly(
                        "/entries/0/goalId field.wrong-type",
                        "/entries/0/decidedBy list.empty",
                        "/entries/0/status field.missing");
        String unknown =
                """
                {"entryId": "%s", "kind": "GOAL_STATUS", "status": "DONE", "goalId": "%s",
                 "decidedBy": ["STAFF"], "why": 1}\
                """
                        .formatted(id(10), id(11));
        assertThat(faultsOfEntry(unknown))
                .containsExactly(
                        "/entries/0/status value.not-allowed", "/entries/0/why field.unknown");
    }

    @Test
    void all_faults_are_told_in_document_order_and_what_is_missing_comes_last() {
        String json =
                """
                {"minutes": 0, "entries": [{"kind": "NO_SUCH"}, {"entryId": "%s"}, 7],
                 "occurredAt": "2012-03-14", "colour": "red", "participants": [],
                 "recordedBy": {"party": "INTERPRETER", "name": "x"}}\
                """
                        .formatted(id(10));
        assertThat(faultsOfSession(json))
                .containsExactly(
                        "/minutes value.not-allowed",
                        "/entries/0/kind value.not-allowed",
                        "/entries/1/kind field.missing",
                        "/entries/2 field.wrong-type",
                        "/occurredAt field.wrong-type",
                        "/colour field.unknown",
                        "/participants list.empty",
                        "/recordedBy/party value.not-allowed",
                        "/recordedBy/name field.unknown",
                        "/sessionId field.missing",
                        "/caseId field.missing");
    }

    @Test
    void absent_and_null_are_the_same() {
        String json =
                session(valueTold(STATEMENT))
                        .replace("\"entries\"", "\"minutes\": null, \"entries\"");
        assertThat(read(READER.session(body(json), CONTEXT)).held().minutes()).isNull();
        assertThat(faultsOfEntry(valueTold(", \"statement\": null")))
                .containsExactly("/entries/0/statement field.missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "minutes | \"50\" | field.wrong-type",
                "minutes | 50.0 | field.wrong-type",
                "minutes | 5e1 | field.wrong-type",
                "minutes | 1441 | value.not-allowed",
                "minutes | 99999999999999999999 | value.not-allowed",
                "minutes | true | field.wrong-type",
                "setting | \"home\" | value.not-allowed",
                "setting | 1 | field.wrong-type",
                "lateReason | \"  \" | text.blank",
                "lateReason | \"a\\u0000b\" | text.not-allowed",
                "lateReason | \"a\\ud800b\" | text.not-allowed",
                "agendaFrom | [] | list.empty",
                "agendaFrom | \"STAFF\" | field.wrong-type",
                "firstRecordedAt | \"2012-03-14T09:59:59Z\" | range.reversed",
                "firstRecordedAt | \"2012-03-20T12:05:01Z\" | time.in-future",
                "firstRecordedAt | \"2012-03-14T10:00:00\" | field.wrong-type",
                "firstRecordedAt | \"2012-03-14 10:00:00Z\" | field.wrong-type",
                "firstRecordedAt | \"2012-02-30T10:00:00Z\" | field.wrong-type",
                "firstRecordedAt | \"2012-03-14T10:00:00.1234567Z\" | field.wrong-type",
                "firstRecordedAt | 1331719200 | field.wrong-type",
                "caseID | \"x\" | field.unknown"
            })
    void each_member_is_read_strictly(String member, String value, String code) {
        String json =
                session(valueTold(STATEMENT))
                        .replace("\"entries\"", "\"" + member + "\": " + value + ", \"entries\"");
        assertThat(faultsOfSession(json)).containsExactly("/" + member + " " + code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2012-03-14T10:00:00Z",
                "2012-03-14T10:00:00.123456Z",
                "2012-03-14T10:00:00.123456000Z",
                "2012-03-14T12:00:00+02:00",
                "2012-03-20T12:05:00Z",
                "1900-01-01T00:00:00Z"
            })
    void instants_have_a_zone_or_an_offset(String occurredAt) {
        String json = session(occurredAt, valueTold(STATEMENT));
        assertThat(read(READER.session(body(json), CONTEXT)).held().occurredAt()).isNotNull();
    }

    @Test
    void nothing_happened_before_1900_or_after_now() {
        assertThat(faultsOfSession(session("1899-12-31T23:59:59Z", valueTold(STATEMENT))))
                .containsExactly("/occurredAt time.too-early");
        assertThat(faultsOfSession(session("2012-03-20T12:05:00.000001Z", valueTold(STATEMENT))))
                .containsExactly("/occurredAt time.in-future");
    }

    @Test
    void uuids_are_in_lower_case() {
        String json =
                session(valueTold(STATEMENT))
                        .replace(id(1), "ABCDEF00-0000-4000-8000-000000000001");
        assertThat(faultsOfSession(json)).containsExactly("/sessionId field.wrong-type");
    }

    @Test
    void a_text_has_at_most_ten_thousand_characters_however_they_are_encoded() {
        String fits = ", \"statement\": \"" + "\uD83D\uDE42".repeat(10_000) + "\"";
        assertThat(read(READER.session(body(session(valueTold(fits))), CONTEXT)).entries())
                .hasSize(1);
        String tooLong = ", \"statement\": {\"text\": \"" + "a".repeat(10_001) + "\"}";
        assertThat(faultsOfEntry(valueTold(tooLong)))
                .containsExactly("/entries/0/statement/text text.too-long");
    }

    @Test
    void one_to_two_hundred_entries() {
        assertThat(faultsOfEntry("")).containsExactly("/entries list.empty");
        String many = String.join(",", Collections.nCopies(201, valueTold(STATEMENT)));
        assertThat(faultsOfEntry(many)).containsExactly("/entries list.too-long");
    }

    @Test
    void only_a_correction_says_as_before() {
        assertThat(faultsOfEntry(valueTold(", \"statement\": {\"asBefore\": true}")))
                .containsExactly(
                        "/entries/0/statement/asBefore field.unknown",
                        "/entries/0/statement/text field.missing");
    }

    @Test
    void the_id_beside_a_party_is_a_uuid_but_for_others() {
        String json = session(valueTold(STATEMENT));
        assertThat(faultsOfSession(json.replace(id(3), "nurse-7")))
                .containsExactly(
                        "/participants/1/id field.wrong-type", "/recordedBy/id field.wrong-type");
        assertThat(
                        faultsOfSession(
                                json.replace(
                                        "\"recordedBy\": {\"party\": \"STAFF\", \"id\": \"" + id(3),
                                        "\"recordedBy\": {\"party\": \"OTHER\", \"id\": \"two"
                                                + " words")))
                .containsExactly("/recordedBy/id value.not-allowed");
    }

    @Test
    void a_bare_word_and_a_party_without_its_id_are_not_the_same() {
        String json = session(valueTold(STATEMENT));
        String staff = "{\"party\": \"STAFF\", \"id\": \"" + id(3) + "\"},\n";
        String bare = json.replace("\"recordedBy\": " + staff, "\"recordedBy\": \"STAFF\",\n");
        assertThat(read(READER.session(body(bare), CONTEXT)).held().recordedBy())
                .isEqualTo(Person.theOnly(Party.STAFF));
        String wanting =
                json.replace(
                        "\"recordedBy\": " + staff, "\"recordedBy\": {\"party\": \"STAFF\"},\n");
        assertThat(read(READER.session(body(wanting), CONTEXT)).held().recordedBy())
                .isEqualTo(Person.withoutId(Party.STAFF));
    }

    @Test
    void an_interpreter_takes_part_and_does_nothing_else() {
        String json = session(valueTold(STATEMENT)).replace("SERVICE_USER", "INTERPRETER");
        assertThat(read(READER.session(body(json), CONTEXT)).held().participants().getFirst())
                .isEqualTo(new Participant(Party.INTERPRETER, WANTING, null));
        String stated = ", \"statement\": {\"text\": \"x\", \"statedBy\": \"INTERPRETER\"}";
        assertThat(faultsOfEntry(valueTold(stated)))
                .containsExactly("/entries/0/statement/statedBy value.not-allowed");
    }

    @Test
    void what_the_record_fills_in_nobody_sends() {
        String json =
                """
                {"commandId": "%s", "target": "%s", "kind": "AMENDED", "reason": "typed wrongly",
                 "eventType": "goal.set", "replacement": {}}\
                """
                        .formatted(id(1), id(2));
        ReadingContext ofPath =
                CONTEXT.given("caseId", org.refocusrecord.events.CaseId.of(id(4)))
                        .otherwise("recordedBy", Person.theOnly(Party.STAFF));
        assertThat(faults(READER.command("correction", body(json), ofPath)))
                .containsExactly("/eventType field.unknown");
    }
}
