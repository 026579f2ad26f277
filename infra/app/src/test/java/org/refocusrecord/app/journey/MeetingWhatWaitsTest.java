package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A view waits for an event of a case that it cannot apply, and somebody audits a whole trust. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingWhatWaitsTest {

    private static final int CROWD = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final List<String> VIEWS = List.of("caseload", "goal-people");

    private static final List<String> AUDITS =
            List.of(
                    "/care-plans",
                    "/audit/goals?limit=10",
                    "/audit/goals?party=SERVICE_USER",
                    "/audit/responsibility",
                    "/audit/cohorts",
                    "/audit/plan-responsibility?dates=2011-03-31",
                    "/cases?asOf=2011-03-31");

    @TempDir private Path folder;

    @Test
    void it_hinders_nobody_of_another_trust_and_is_not_passed_over_in_its_own() throws Exception {
        try (Service service = Service.alone(folder.resolve("data"))) {
            Story story = Story.begun(service);
            Story elsewhere = Story.begun(service);
            for (String view : VIEWS) {
                service.post(path(view, "pause"), Body.of(), story.everywhere).found();
            }
            crowd(Story.begun(service));
            for (Story each : List.of(story, elsewhere)) {
                each.held(
                        "2011-03-14T10:00:00Z",
                        Entries.goalSet(Story.id(), "To cook."),
                        Entries.actionAdded(Story.id(), "STAFF"));
            }
            try (LogTampering.Unknown _ = LogTampering.unknown(story, "goal.set")) {
                for (String view : VIEWS) {
                    service.post(path(view, "resume"), Body.of(), story.everywhere).found();
                }
                untilItWaits(story);
                for (String audit : AUDITS) {
                    Answer others = service.get("/api/v1" + audit, elsewhere.auditor).found();
                    assertThat(others.asText()).as(audit).doesNotContain(story.caseId);
                    service.get("/api/v1" + audit, story.auditor)
                            .refused(503, "event.not-readable ");
                }
                assertThat(
                                service.get("/api/v1/care-plans", elsewhere.leader)
                                        .found()
                                        .asText()
                                        .lines())
                        .hasSize(1);
            }
            for (String audit : AUDITS) {
                service.get("/api/v1" + audit, story.auditor).found();
            }
        }
    }

    /** More of a third trust than are looked for at a time, by their ids before all others. */
    private static void crowd(Story crowd) throws SQLException {
        for (int number = 0; number < CROWD; number++) {
            String one = "00000000-0000-4000-8000-%012d".formatted(number);
            crowd.open(one, Story.id()).recorded();
            crowd.post(
                            crowd.session(
                                            "2011-03-14T10:00:00Z",
                                            Entries.goalSet(Story.id(), "To cook."))
                                    .with("caseId", one))
                    .recorded();
        }
        LogTampering.on(crowd.service.data())
                .execute(
                        """
                        update refocus_log.event
                           set type = 'goal.dreamt-of', event_id = gen_random_uuid()
                         where stream like 'case/00000000-%' and type = 'goal.set'
                        """);
    }

    private static String path(String view, String what) {
        return "/api/v1/projections/" + view + "/" + what;
    }

    /** It and those of the third trust. */
    private static void untilItWaits(Story story) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (story.service.get("/api/v1/parked", story.everywhere).found().body().size()
                < VIEWS.size() * (CROWD + 1)) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }
}
