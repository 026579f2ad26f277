package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.testkit.broker.TestCluster;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything on the topic comes once more, from its first record on. */
class ReplayingTheTopicTest {

    private static final int SESSIONS = 30;

    @TempDir private Path home;

    @Test
    void nothing_is_recorded_again_and_each_sender_is_told_of_the_receipt_that_he_has()
            throws Exception {
        try (TestCluster brokers = TestCluster.of(1);
                Letters letters = new Letters(brokers.bootstrapServers())) {
            String kafka = "--refocus.kafka.bootstrap-servers=" + brokers.bootstrapServers();
            Path data = home.resolve("data");
            Map<String, JsonNode> receipts = new HashMap<>();
            List<String> sent = new ArrayList<>();
            Story story;
            String told;
            try (Service service = Service.alone(data, kafka)) {
                story = Story.begun(service);
                for (int index = 0; index < SESSIONS; index++) {
                    sent.add(letters.send(goalSet(story)));
                }
                sent.forEach(each -> receipts.put(each, letters.outcome(each).path("receipt")));
                told = events(service, story);
            }
            String anew = "--refocus.kafka.inbox.group=refocus-record-again";
            try (Service again = Service.again(data, kafka, anew)) {
                for (String each : sent) {
                    JsonNode outcome = letters.repeated(each);
                    assertThat(outcome.path("receipt")).isEqualTo(receipts.get(each));
                }
                assertThat(events(again, story)).isEqualTo(told);
            }
        }
    }

    private static Body goalSet(Story story) {
        return story.session(
                "2011-03-14T10:00:00Z", Entries.goalSet(Story.id(), Entries.verbatim("To cook.")));
    }

    private static String events(Service service, Story story) {
        return service.get(
                        "/api/v1/cases/" + story.caseId + "/events?limit=1000",
                        story.auditor,
                        "Purpose",
                        "AUDIT")
                .found()
                .asText();
    }
}
