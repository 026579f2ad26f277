package org.refocusrecord.app.journey;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;

/** A newer program has written what this one cannot read, or it was damaged. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingUnreadableEventsTest {

    private final Story story = Story.begun();

    @Test
    void is_no_fault_of_the_readers_and_is_told_to_them() throws Exception {
        story.held("2011-03-14T10:00:00Z", Entries.goalSet(Story.id(), "To cook again."));
        everyViewHasIt();
        for (String what : List.of("/evidence", "/care-plan", "/events?limit=10")) {
            get(what).found();
        }
        nowIs("goal.dreamt-of", "goal.set");
        try {
            for (String what : List.of("/evidence", "/care-plan", "/events?limit=10")) {
                get(what).refused(503, "event.not-readable ");
            }
        } finally {
            nowIs("goal.set", "goal.dreamt-of");
        }
        get("/evidence").found();
    }

    private Answer get(String what) {
        return story.service.get("/api/v1/cases/" + story.caseId + what, story.self);
    }

    private void everyViewHasIt() throws InterruptedException {
        while (story.service.get("/actuator/health/readiness", "").status() != 200) {
            Thread.sleep(20);
        }
    }

    private void nowIs(String name, String before) throws SQLException {
        LogTampering.on(story.service.data())
                .execute(
                        "update refocus_log.event set type = '%s' where stream = 'case/%s' and type = '%s'"
                                .formatted(name, story.caseId, before));
    }
}
