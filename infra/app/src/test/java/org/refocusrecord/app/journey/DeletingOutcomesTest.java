package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.testkit.broker.TestCluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A topic that somebody deletes is made anew. */
class DeletingOutcomesTest {

    @TempDir private Path home;

    @Test
    void what_became_of_a_session_is_told_on_a_topic_that_was_deleted_since_the_start()
            throws Exception {
        try (TestCluster brokers = TestCluster.of(1);
                Service service =
                        Service.alone(
                                home.resolve("data"),
                                "--refocus.kafka.bootstrap-servers="
                                        + brokers.bootstrapServers())) {
            Story story = Story.begun(service);
            recorded(brokers, story);
            delete(brokers, Letters.OUTCOMES);

            recorded(brokers, story);
        }
    }

    /** With a listener of its own: one from before goes on where he was. */
    private static void recorded(TestCluster brokers, Story story) {
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

    private static void delete(TestCluster brokers, String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers.bootstrapServers()))) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
    }
}
