package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.web.json.JsonAnswers;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A newer program has written what this one cannot read, or it was damaged, or it is gone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingUnreadableEventsTest {

    private static final List<String> READS =
            List.of("/evidence", "/care-plan", "/events?limit=10");

    private final Story story = Story.begun();

    @Test
    void is_no_fault_of_the_readers_and_is_told_to_them() throws Exception {
        String another = Story.id();
        story.open(another, Story.id()).recorded();
        story.held("2011-03-14T10:00:00Z", Entries.goalSet(Story.id(), "To cook again."));
        everyViewHasIt();
        for (String what : READS) {
            get(what).found();
        }
        try (LogTampering.Unknown _ = LogTampering.unknown(story, "goal.set")) {
            for (String what : READS) {
                get(what).refused(503, "event.not-readable ");
            }
            story.post(meeting(story.caseId)).refused(503, "event.not-readable ");
            assertThat(outcomes(meeting(story.caseId), meeting(another)))
                    .containsExactly("REFUSED", "RECORDED");
        }
        get("/evidence").found();
    }

    @Test
    void one_that_was_taken_out_is_not_read_over() throws Exception {
        String another = Story.id();
        story.open(another, Story.id()).recorded();
        story.held("2011-03-14T10:00:00Z", Entries.goalSet(Story.id(), "To cook again."));
        everyViewHasIt();
        String before = get("/events?limit=10").found().asText();
        LogTampering log = LogTampering.on(story.service.data());
        takeOutTheSecond(log);
        try {
            for (String what : READS) {
                get(what).refused(503, "event.not-readable ");
            }
            story.service.get("/api/v1/cases/" + another + "/care-plan", story.staff).found();
        } finally {
            putBack(log);
        }
        assertThat(get("/events?limit=10").found().asText()).isEqualTo(before);
    }

    @Test
    void where_the_last_one_was_taken_out_nothing_is_put_in_its_place() throws Exception {
        story.held("2011-03-14T10:00:00Z", Entries.goalSet(Story.id(), "To cook again."));
        String another = Story.id();
        story.open(another, Story.id()).recorded();
        everyViewHasIt();
        LogTampering log = LogTampering.on(story.service.data());
        log.execute(
                """
                create table public.taken as
                    select * from refocus_log.event
                     where stream = 'case/%s' order by sequence desc limit 1;
                delete from refocus_log.event where event_id = (select event_id from public.taken)
                """
                        .formatted(story.caseId));
        Body meeting = meeting(story.caseId);
        try {
            story.post(meeting).refused(503, "event.not-readable ");
            story.post(meeting).refused(503, "event.not-readable ");
            assertThat(outcomes(meeting, meeting(another))).containsExactly("REFUSED", "RECORDED");
        } finally {
            putBack(log);
        }
        story.post(meeting).recorded();
        get("/evidence").found();
    }

    @Test
    void where_one_before_others_was_taken_out_it_is_recorded_in_a_case_that_was_read_before()
            throws Exception {
        story.held("2011-03-14T10:00:00Z", Entries.goalSet(Story.id(), "To cook again."));
        everyViewHasIt();
        LogTampering log = LogTampering.on(story.service.data());
        takeOutTheSecond(log);
        try {
            story.post(meeting(story.caseId)).recorded();
            get("/events?limit=10").refused(503, "event.not-readable ");
        } finally {
            putBack(log);
        }
        get("/evidence").found();
    }

    private void takeOutTheSecond(LogTampering log) throws SQLException {
        log.execute(
                """
                create table public.taken as
                    select * from refocus_log.event where stream = 'case/%1$s' and sequence = 1;
                delete from refocus_log.event where stream = 'case/%1$s' and sequence = 1
                """
                        .formatted(story.caseId));
    }

    private static void putBack(LogTampering log) throws SQLException {
        log.execute(
                """
                insert into refocus_log.event select * from public.taken;
                drop table public.taken
                """);
    }

    private Answer get(String what) {
        return story.service.get("/api/v1/cases/" + story.caseId + what, story.self);
    }

    private Body meeting(String aCase) {
        return story.session("2011-03-15T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."))
                .with("caseId", aCase);
    }

    /** Of an import, in which one case is not to stand in the way of the others. */
    private List<String> outcomes(Body... sessions) {
        String lines =
                Stream.of(sessions)
                        .map(session -> Body.of("command", "session", "body", session) + "\n")
                        .collect(Collectors.joining());
        Answer answer =
                story.service.send(
                        story.service
                                .request("/api/v1/imports", story.system)
                                .header("Content-Type", "application/x-ndjson")
                                .POST(BodyPublishers.ofString(lines)));
        return answer.hasStatus(200)
                .asText()
                .lines()
                .map(line -> JsonAnswers.mapper().readTree(line).path("outcome").asString())
                .toList();
    }

    private void everyViewHasIt() throws InterruptedException {
        while (story.service.get("/actuator/health/readiness", "").status() != 200) {
            Thread.sleep(20);
        }
    }
}
