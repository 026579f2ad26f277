package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Evidence of a case in which something is recorded while its head is being noted. */
class RecordingWhileEvidenceIsGivenTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String WHO_WAITS =
            """
            select from pg_locks join pg_stat_activity using (pid)
             where relation = 'refocus_seal.heads'::regclass and not granted
               and usename like 'refocus_projector%'
            """;

    @TempDir Path folder;
    private final Story story = Story.begun();
    private final Service service = story.service;

    @Test
    void what_comes_meanwhile_is_in_it_and_its_answers_are_shown_to_nobody_else() throws Exception {
        story.held("2011-04-14T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."));

        EvidenceInHand evidence =
                evidenceWhile(() ->
                        story.own(
                                        "2011-06-14T10:00:00Z",
                                        Entries.goalVoiced(Story.id(), "To be heard."),
                                        Entries.briefInspire(
                                                Story.id(), Story.worker(story.worker)))
                                .recorded());

        assertThat(evidence.lines("events.ndjson")).hasSize(story.told().size());
        assertThat(evidence.text("events.ndjson"))
                .contains("\"payload\":null,\"withheld\":\"PURPOSE\"")
                .doesNotContain("\\\"B1\\\"");
        assertThat(evidence.verdict(folder).findings()).isEmpty();
        assertThat(EvidenceInHand.verify(evidence.in(folder))).isZero();
    }

    /** What an auditor gets who gave no purpose and has to wait for the note of the head. */
    private EvidenceInHand evidenceWhile(Runnable recording) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection holder = LogTampering.on(service.data()).connection();
                Statement statement = holder.createStatement();
                Connection watcher = LogTampering.on(service.data()).connection()) {
            holder.setAutoCommit(false);
            statement.execute("lock table refocus_seal.heads in access exclusive mode");
            Future<Answer> evidence =
                    threads.submit(() ->
                            service.get(
                                    "/api/v1/cases/" + story.caseId + "/evidence", story.auditor));
            try {
                awaitWhoReadsHeads(watcher);
                recording.run();
            } finally {
                holder.rollback();
            }
            return EvidenceInHand.of(evidence.get().found().bytes());
        }
    }

    /** The follower of the seal may wait for them too: it is not one of those who only read. */
    private static void awaitWhoReadsHeads(Connection watcher) throws SQLException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        boolean waits = false;
        while (!waits) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            try (Statement statement = watcher.createStatement();
                    ResultSet waiting = statement.executeQuery(WHO_WAITS)) {
                waits = waiting.next();
            }
        }
    }
}
