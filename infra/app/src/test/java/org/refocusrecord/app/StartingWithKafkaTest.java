package org.refocusrecord.app;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.Program.Ended;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Ports;
import org.refocusrecord.app.data.ServerNote;
import org.refocusrecord.app.kafka.Topic;
import org.refocusrecord.app.postgres.MadeAlready;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A server and its broker, in a process as real as those that the launcher starts. */
class StartingWithKafkaTest {

    private static final List<String> MANY =
            IntStream.range(0, 100).mapToObj(Integer::toString).toList();

    @TempDir private Path data;
    @TempDir private Path home;
    @TempDir private Path scratch;

    @AfterEach
    void leaveNothingRunning() throws IOException, InterruptedException {
        call("down");
    }

    @Test
    void what_a_broker_acknowledged_outlives_a_kill_and_without_being_asked_for_none_listens()
            throws Exception {
        MadeAlready.in(data);
        Ended up = call("up", "--port", "0", "--detach", "--with-kafka");
        assertThat(up.code()).as(up.said()).isZero();
        String address = requireNonNull(note().brokers());
        assertThat(up.result())
                .contains("Kafka is at          " + address + " (its topics: docs/kafka.md)");
        Topic kept = new Topic(address, "kept");
        kept.make();
        kept.write(MANY);

        ProcessHandle server = note().process().orElseThrow();
        server.destroyForcibly();
        server.onExit().completeOnTimeout(server, 10, TimeUnit.SECONDS).join();
        assertThat(call("up", "--port", "0", "--detach", "--with-kafka").code()).isZero();

        assertThat(note().brokers()).isEqualTo(address);
        assertThat(kept.read()).containsExactlyInAnyOrderElementsOf(MANY);
        assertThat(call("down").said()).contains("stopped");
        assertThat(nobodyListens()).isTrue();
        assertThat(log()).doesNotContain("org.apache", "WARN", "ERROR");

        assertThat(call("up", "--port", "0", "--detach").result()).doesNotContain("Kafka");
        assertThat(note().brokers()).isNull();
        assertThat(nobodyListens()).isTrue();
    }

    private boolean nobodyListens() {
        Ports ports = new Ports(DataFolder.at(data));
        return Ports.isFree(ports.kept("broker").orElseThrow())
                && Ports.isFree(ports.kept("controller").orElseThrow());
    }

    private String log() throws IOException {
        return Files.readString(DataFolder.at(data).serverLog());
    }

    private ServerNote note() {
        return ServerNote.in(DataFolder.at(data)).orElseThrow();
    }

    private Ended call(String... arguments) throws IOException, InterruptedException {
        return new Program(data, home, scratch).call(arguments);
    }
}
