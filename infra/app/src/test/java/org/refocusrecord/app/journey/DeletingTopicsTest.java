package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.testkit.broker.TestCluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What becomes of topics that somebody deletes while a server runs. */
class DeletingTopicsTest {

    @TempDir private Path home;
    @AutoClose private final TestCluster brokers = TestCluster.of(1);
    private Service service;
    private Story story;

    @BeforeEach
    void with_a_service_that_has_recorded() throws IOException {
        service =
                Service.alone(
                        home.resolve("data"),
                        "--refocus.kafka.bootstrap-servers=" + brokers.bootstrapServers());
        story = Story.begun(service);
        isRecorded();
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void what_became_of_a_session_is_told_on_a_topic_that_was_deleted_since_the_start()
            throws Exception {
        delete(Letters.OUTCOMES);

        isRecorded();
    }

    /** Nobody makes it anew while a server runs: that it is not there is all that can be said. */
    @Test
    void that_the_topic_of_sessions_is_gone_is_told_by_the_health_of_its_own() throws Exception {
        assertThat(health()).isEqualTo(200);

        delete(Letters.SESSIONS);

        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        while (health() == 200) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            Thread.sleep(Duration.ofMillis(100));
        }
    }

    private int health() {
        return service.get("/actuator/health/sessions", story.admin).status();
    }

    /** With a listener of its own: one from before goes on where he was. */
    private void isRecorded() {
        try (Letters letters = new Letters(brokers.bootstrapServers())) {
            String sent =
                    letters.send(
                            story.session(
                                    "2011-03-14T10:00:00Z",
                                    Entries.goalSet(
                                            Story.id(),
                                            Entries.verbatim("To cook for my family again."))));

            assertThat(letters.outcome(sent).path("outcome").asString()).isEqualTo("RECORDED");
        }
    }

    private void delete(String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers.bootstrapServers()))) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
    }
}
