package org.refocusrecord.web.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.web.reading.Bodies.CONTEXT;
import static org.refocusrecord.web.reading.Bodies.READER;
import static org.refocusrecord.web.reading.Bodies.body;
import static org.refocusrecord.web.reading.Bodies.faults;
import static org.refocusrecord.web.reading.Bodies.id;
import static org.refocusrecord.web.reading.Bodies.read;
import static org.refocusrecord.web.reading.Bodies.session;
import static org.refocusrecord.web.reading.Bodies.valueTold;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CaseClosed;
import org.refocusrecord.events.correction.EntryMarkedInError;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalStepDone;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.study.DefinitionPublished;
import org.refocusrecord.events.team.StaffJoined;
import org.refocusrecord.events.team.StaffRole;
import org.refocusrecord.events.workingpractice.ValueTold;
import org.refocusrecord.web.reading.CommandBody.Amending;
import org.refocusrecord.web.reading.CommandBody.Whole;

import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingCommandsTest {

    private static final Person STAFF = new Person(Party.STAFF, id(3));
    private static final ReadingContext OF_CASE =
            CONTEXT.given("caseId", CaseId.of(id(2))).otherwise("recordedBy", STAFF);

    @Test
    void the_path_gives_the_case_and_the_token_the_recorder() {
        String json =
                """
                {"commandId": "%s", "reason": "DIED", "on": "2012-03-01"}\
                """
                        .formatted(id(1));
        Whole read = (Whole) read(READER.command("closure", body(json), OF_CASE));
        assertThat(read.event())
                .isInstanceOfSatisfying(
                        CaseClosed.class,
                        closed -> {
                            assertThat(closed.caseId()).hasToString(id(2));
                            assertThat(closed.recordedBy()).isEqualTo(STAFF);
                        });
    }

    @Test
    void what_the_path_gives_is_unknown_in_the_body_but_for_imports() {
        String json =
                """
                {"commandId": "%s", "caseId": "%s", "on": "2012-03-22"}\
                """
                        .formatted(id(1), id(2));
        assertThat(faults(READER.command("death", body(json), OF_CASE)))
                .containsExactly("/caseId field.unknown", "/on time.in-future");
        assertThat(faults(READER.command("death", body(json), CONTEXT)))
                .containsExactly("/on time.in-future", "/recordedBy field.missing");
    }

    @Test
    void a_day_of_grace_for_days() {
        String json = "{\"commandId\": \"%s\", \"on\": \"2012-03-21\"}".formatted(id(1));
        assertThat(read(READER.command("death", body(json), OF_CASE))).isInstanceOf(Whole.class);
    }

    @Test
    void a_default_is_recorded_where_nothing_was_sent() {
        String json =
                """
                {"commandId": "%s", "workerId": "%s", "change": "JOINED", "on": "2012-03-01"}\
                """
                        .formatted(id(1), id(3));
        ReadingContext ofTeam =
                CONTEXT.given("teamId", TeamId.of(id(5))).otherwise("recordedBy", STAFF);
        Whole read = (Whole) read(READER.command("staff", body(json), ofTeam));
        assertThat(read.event())
                .isInstanceOfSatisfying(
                        StaffJoined.class,
                        joined -> assertThat(joined.role()).isEqualTo(StaffRole.CLINICIAN));
    }

    @Test
    void a_gap_ends_after_it_begins() {
        String json =
                """
                {"commandId": "%s", "kind": "RATINGS", "from": "2012-03-02", "to": "2012-03-01",
                 "reason": "computers down", "teamId": "%s", "recordedBy": "STAFF"}\
                """
                        .formatted(id(1), id(5));
        assertThat(faults(READER.command("data-gap", body(json), CONTEXT)))
                .containsExactly("/to range.reversed");
    }

    @Test
    void free_json_is_kept_where_canonical_json_can_keep_it() {
        String json =
                """
                {"commandId": "%s", "name": "fidelity", "version": "1", "definition": %s,
                 "recordedBy": "RESEARCHER"}\
                """;
        ReadingContext ofStudy = CONTEXT.given("studyId", StudyId.of(id(6)));
        String sound = json.formatted(id(1), "{\"a\": [1, 0.5]}");
        Whole read = (Whole) read(READER.command("definition", body(sound), ofStudy));
        assertThat(((DefinitionPublished) read.event()).definition().canonical())
                .isEqualTo("{\"a\":[1,0.5]}");
        String lossy = json.formatted(id(1), "{\"a\": [1e999, 9007199254740993, \"\\ud800\"]}");
        assertThat(faults(READER.command("definition", body(lossy), ofStudy)))
                .containsExactly(
                        "/definition/a/0 value.not-allowed",
                        "/definition/a/1 value.not-allowed",
                        "/definition/a/2 text.not-allowed");
    }

    @Test
    void a_correction_waits_for_what_it_replaces() {
        String json =
                correction("AMENDED", ", \"replacement\": " + replacement("\"Being of use\""));
        Amending read = (Amending) read(READER.command("correction", body(json), OF_CASE));
        assertThat(read.target()).hasToString(id(10));
        ValueTold original = valueToldBefore();
        Event replacement = read(READER.replacement(original, read.replacement(), CONTEXT));
        assertThat(replacement).isInstanceOf(ValueTold.class);
        assertThat(read.required("commandId", CommandId.class)).isNotNull();
        assertThat(read.member("confirmedBy")).isNull();
    }

    @Test
    void in_a_replacement_a_text_may_stay_as_before() {
        String stays = replacement("{\"asBefore\": true}");
        assertThat(read(READER.replacement(valueToldBefore(), body(stays).tree(), CONTEXT)))
                .isInstanceOfSatisfying(
                        ValueTold.class,
                        told -> assertThat(told.statement()).isEqualTo(new Words.AsBefore()));
        String more = replacement("{\"asBefore\": false, \"text\": \"x\"}");
        assertThat(faults(READER.replacement(valueToldBefore(), body(more).tree(), CONTEXT)))
                .containsExactly(
                        "/replacement/statement/asBefore value.not-allowed",
                        "/replacement/statement/text field.unknown");
    }

    @Test
    void a_sessions_replacement_is_its_header_and_keeps_what_may_not_change() {
        SessionHeld held =
                read(READER.session(body(session(valueTold(", \"statement\": \"x\""))), CONTEXT))
                        .held();
        String header =
                """
                {"occurredAt": "2012-03-15T10:00:00Z", "participants": [{"party": "CARER"}]%s}\
                """;
        assertThat(read(READER.replacement(held, body(header.formatted("")).tree(), CONTEXT)))
                .isInstanceOfSatisfying(
                        SessionHeld.class,
                        amended -> {
                            assertThat(amended.sessionId()).isEqualTo(held.sessionId());
                            assertThat(amended.caseId()).isEqualTo(held.caseId());
                            assertThat(amended.recordedBy()).isEqualTo(held.recordedBy());
                        });
        String entries = header.formatted(", \"entries\": []");
        assertThat(faults(READER.replacement(held, body(entries).tree(), CONTEXT)))
                .containsExactly("/replacement/entries field.unknown");
    }

    @Test
    void only_an_amendment_has_a_replacement() {
        assertThat(faults(READER.command("correction", body(correction("AMENDED", "")), OF_CASE)))
                .containsExactly("/replacement field.missing");
        String marked = correction("ENTERED_IN_ERROR", "");
        assertThat(read(READER.command("correction", body(marked), OF_CASE)))
                .isInstanceOfSatisfying(
                        Whole.class,
                        whole -> assertThat(whole.event()).isInstanceOf(EntryMarkedInError.class));
        String both = correction("ENTERED_IN_ERROR", ", \"replacement\": {}");
        assertThat(faults(READER.command("correction", body(both), OF_CASE)))
                .containsExactly("/replacement field.unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"replacement\": {}"})
    void where_it_cannot_be_told_which_is_meant_nothing_else_of_one_of_them_is_asked_for(
            String replacement) {
        String neither = correction("REMOVED", replacement);
        assertThat(faults(READER.command("correction", body(neither), OF_CASE)))
                .containsExactly("/kind value.not-allowed");
    }

    @Test
    void at_the_persons_own_door_the_person_need_not_be_named() {
        String json =
                """
                {"commandId": "%s", "occurredAt": "2012-03-14T10:00:00Z", "entries": [
                  {"entryId": "%s", "kind": "GOAL_SET", "goalId": "%s", "statement": "a garden",
                   "whose": "PERSON", "acceptance": [{"answer": "AGREE"}]},
                  {"entryId": "%s", "kind": "GOAL_STEP_STATUS", "stepId": "%s", "status": "DONE"}]}\
                """
                        .formatted(id(1), id(10), id(11), id(12), id(13));
        OwnEntriesBody own = read(READER.ownEntries(body(json), OF_CASE));
        Person person = Person.theOnly(Party.SERVICE_USER);
        GoalSet set = (GoalSet) own.entries().getFirst();
        assertThat(set.proposedBy()).isEqualTo(person);
        assertThat(set.setBy()).containsExactly(person);
        assertThat(set.acceptance())
                .extracting(acceptance -> acceptance.party())
                .isEqualTo(List.of(person));
        assertThat(((GoalStepDone) own.entries().getLast()).doneBy()).containsExactly(person);
    }

    @Test
    void a_rated_worker_is_named_and_staffs_kinds_are_staffs() {
        String json =
                """
                {"commandId": "%s", "occurredAt": "2012-03-14T10:00:00Z", "entries": [
                  {"entryId": "%s", "kind": "RELATIONSHIP_RATING", "ratingId": "%s",
                   "instrument": "INSPIRE", "answers": {}},
                  {"entryId": "%s", "kind": "PRACTICE_OFFERED"}]}\
                """
                        .formatted(id(1), id(10), id(11), id(12));
        assertThat(faults(READER.ownEntries(body(json), OF_CASE)))
                .containsExactly(
                        "/entries/0/worker field.missing", "/entries/1/kind value.not-allowed");
    }

    private static ValueTold valueToldBefore() {
        SessionBody session =
                read(
                        READER.session(
                                body(session(valueTold(", \"statement\": \"Being useful\""))),
                                CONTEXT));
        return (ValueTold) session.entries().getFirst();
    }

    private static String replacement(String statement) {
        return valueTold(", \"statement\": " + statement);
    }

    private static String correction(String kind, String more) {
        return """
        {"commandId": "%s", "target": "%s", "kind": "%s", "reason": "typed wrongly"%s}\
        """
                .formatted(id(1), id(10), kind, more);
    }
}
