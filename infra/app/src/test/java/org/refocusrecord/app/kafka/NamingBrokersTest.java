package org.refocusrecord.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Ports;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class NamingBrokersTest {

    @TempDir private Path data;

    @Test
    void brokers_that_are_named_take_the_place_of_one_of_its_own_and_it_is_said_so() {
        List<String> said = new ArrayList<>();
        // As the variable of the environment would.
        List<String> settings = List.of("--KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:1");
        StartOrder order = new StartOrder(MadeAlready.in(data), 0, null, true, settings);

        try (RefocusServer server = new RefocusServer(order, said::add)) {
            assertThat(server.startNoted().brokers()).isEqualTo("127.0.0.1:1");
        }

        assertThat(said)
                .anySatisfy(line ->
                        assertThat(line)
                                .contains("KAFKA_BOOTSTRAP_SERVERS (127.0.0.1:1)")
                                .contains("--with-kafka starts none"));
        DataFolder folder = DataFolder.at(data);
        assertThat(folder.broker()).doesNotExist();
        assertThat(new Ports(folder).kept("broker")).isEmpty();
    }

    @Test
    void they_may_be_named_in_every_way_in_which_something_may_be_set() throws IOException {
        Path file = data.resolve("application.yml");
        String place = "--spring.config.location=classpath:/application.yml,optional:";
        List<String> settings = List.of(place + file.toUri());

        assertThat(GivenBrokers.namedBy(settings)).isEmpty();
        Files.writeString(file, "refocus.kafka.bootstrap-servers: one:9092,two:9092\n");
        assertThat(GivenBrokers.namedBy(settings)).contains("one:9092,two:9092");
        assertThat(
                        GivenBrokers.namedBy(
                                List.of(
                                        settings.getFirst(),
                                        "--refocus.kafka.bootstrapServers=three:9092")))
                .contains("three:9092");
    }
}
