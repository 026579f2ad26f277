package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Evidence of a case in which something is recorded while its head is being looked for. The service
 * is asked for nothing else, and its seal notes heads for nobody but who asks: so whoever waits for
 * the heads is the one who was sent.
 */
@Isolated("it counts who waits, and for no longer than evidence does")
class RecordingWhileEvidenceIsGivenTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SECRET = "To be left in peace by my brother.";
    private static final String HOW_MANY_WAIT =
            """
            select count(*) from pg_locks join pg_stat_activity using (pid)
             where relation = 'refocus_seal.heads'::regclass and not granted
               and usename like 'refocus_projector%'
            """;

    @TempDir static Path data;
    @AutoClose static Service service;

    @TempDir Path folder;
    private Story story;

    @BeforeAll
    static void with_a_service_of_its_own() throws IOException {
        service = Service.alone(data, "--refocus.seal.heads-every=1h");
    }

    @BeforeEach
    void with_a_case_when_nothing_is_noted_by_itself_for_an_hour() {
        story = Story.begun(service);
        story.evidence(story.self);
    }

    @Test
    void what_comes_meanwhile_is_in_it_and_its_answers_are_shown_to_nobody_else() throws Exception {
        story.held("2011-04-14T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."));

        // An auditor who gives no purpose, and has to wait for the note of the head.
        EvidenceInHand evidence =
                evidenceWhile(
                        story.auditor,
                        () ->
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
        isSound(evidence);
    }

    @Test
    void an_erasure_that_is_approved_meanwhile_is_in_it_and_what_it_took_is_not() throws Exception {
        Body voiced = Entries.goalVoiced(Story.id(), SECRET);
        story.held("2011-04-14T10:00:00Z", voiced);
        Erasing erasing = new Erasing(story);
        Body erasure = erasing.asked(Erasing.ofEntry(voiced.text("entryId")));
        // Then the head is noted, and whoever asks next is given this one.
        assertThat(story.evidence(story.self).text("disclosures.ndjson")).contains(SECRET);

        EvidenceInHand evidence = evidenceWhile(story.self, () -> erasing.approved(erasure));

        isSound(evidence);
        assertThat(evidence.lines("events.ndjson")).hasSize(story.told().size());
        assertThat(evidence.lines("events.ndjson").getLast()).contains("words.erased");
        assertThat(evidence.text("disclosures.ndjson")).doesNotContain(SECRET);
        assertThat(evidence.text("care-plan.json")).contains("ERASED");
    }

    private void isSound(EvidenceInHand evidence) {
        assertThat(evidence.verdict(folder).findings()).isEmpty();
        assertThat(EvidenceInHand.verify(evidence.in(folder))).isZero();
    }

    /** What somebody gets who has to wait for the heads until something is recorded. */
    private EvidenceInHand evidenceWhile(String token, Runnable recording) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection holder = LogTampering.on(service.data()).connection();
                Statement statement = holder.createStatement();
                Connection watcher = LogTampering.on(service.data()).connection()) {
            holder.setAutoCommit(false);
            statement.execute("lock table refocus_seal.heads in access exclusive mode");
            Future<EvidenceInHand> evidence = threads.submit(() -> story.evidence(token));
            try {
                awaitWhoReadsHeads(watcher);
                recording.run();
            } finally {
                holder.rollback();
            }
            return evidence.get();
        }
    }

    private static void awaitWhoReadsHeads(Connection watcher) throws SQLException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        int waiting = 0;
        while (waiting != 1) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            try (Statement statement = watcher.createStatement();
                    ResultSet row = statement.executeQuery(HOW_MANY_WAIT)) {
                row.next();
                waiting = row.getInt(1);
            }
            assertThat(waiting).as("who waits for the heads").isBetween(0, 1);
        }
    }
}
