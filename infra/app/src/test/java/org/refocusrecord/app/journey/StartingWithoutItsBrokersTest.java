package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** A service is told of brokers that nobody finds. */
class StartingWithoutItsBrokersTest {

    @TempDir private Path home;

    @Test
    void it_starts_and_records_by_http_all_the_same() throws Exception {
        try (Service service =
                Service.alone(
                        home.resolve("data"),
                        "--refocus.kafka.bootstrap-servers=brokers.invalid:9092")) {
            Story story = Story.begun(service);

            story.held(
                    "2011-03-14T10:00:00Z",
                    Entries.goalSet(Story.id(), Entries.verbatim("To cook again.")));

            assertThat(service.get("/api/v1/dead-letters", story.everywhere).text("/code"))
                    .isEqualTo("kafka.not-reachable");
        }
    }
}
