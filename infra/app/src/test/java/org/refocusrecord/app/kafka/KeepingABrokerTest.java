package org.refocusrecord.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.data.Ports;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

@Timeout(120)
class KeepingABrokerTest {

    @TempDir private Path temporary;

    private DataFolder folder = DataFolder.at(Path.of("nowhere"));
    private final List<EmbeddedBroker> started = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void prepare() {
        folder = prepared("data");
    }

    @AfterEach
    void stop() {
        started.forEach(EmbeddedBroker::close);
    }

    @Test
    void its_records_its_name_and_its_port_outlive_it() throws Exception {
        EmbeddedBroker broker = broker(folder);
        Topic kept = new Topic(broker.start(), "kept");
        kept.make();
        kept.write(List.of("a", "b", "c"));
        String name = name(folder);
        broker.close();
        assertThat(Ports.isFree(port())).isTrue();

        String again = broker(folder).start();

        assertThat(again).isEqualTo("127.0.0.1:" + port());
        assertThat(new Topic(again, "kept").read()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(name(folder)).isEqualTo(name);
        assertThat(said).isEmpty();
    }

    @Test
    void a_copy_of_its_folder_holds_the_same_records() throws Exception {
        EmbeddedBroker broker = broker(folder);
        Topic kept = new Topic(broker.start(), "kept");
        kept.make();
        kept.write(List.of("a", "b", "c"));
        broker.close();
        DataFolder copy = prepared("copy");
        copy(folder.broker(), copy.broker());

        Topic copied = new Topic(broker(copy).start(), "kept");

        assertThat(copied.read()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void a_port_that_somebody_took_is_changed_for_another_and_said_so() throws IOException {
        broker(folder).start();
        stop();
        int before = port();

        try (ServerSocket _ = new ServerSocket(before, 1, InetAddress.getLoopbackAddress())) {
            String address = broker(folder).start();

            assertThat(address).isEqualTo("127.0.0.1:" + port()).doesNotEndWith(":" + before);
            assertThat(said)
                    .singleElement()
                    .asString()
                    .contains("port %d".formatted(before), "taken by another program")
                    .contains("listens on %d from now on".formatted(port()));
        }
    }

    @Test
    void one_that_wanted_to_end_the_process_is_started_again_where_it_was() throws Exception {
        String address = broker(folder).start();
        Topic kept = new Topic(address, "kept");
        kept.make();
        kept.write(List.of("before"));

        BrokerThreads life = runningOn(folder);
        life.start("fatal", () -> Exit.halt(1)).join();

        assertThat(life.fault()).isDone();
        awaitAnother(folder, life);
        kept.write(List.of("after"));
        assertThat(kept.read()).containsExactlyInAnyOrder("before", "after");
        assertThat(folder.brokerLog()).content().contains("the broker cannot go on");
    }

    @Test
    void one_whose_folder_is_spoilt_says_so_and_what_can_be_done() throws IOException {
        broker(folder).start();
        stop();
        Files.writeString(folder.broker().resolve("meta.properties"), "nothing=of use\n");

        assertThatThrownBy(() -> broker(folder).start())
                .isInstanceOf(Hindrance.class)
                .hasMessageContaining("The broker in " + folder.broker() + " does not start: ")
                .hasMessageContaining("The whole story is in " + folder.brokerLog())
                .hasMessageContaining("Without --with-kafka");
        assertThat(folder.brokerLog()).content().contains("node ID not found");
    }

    @Test
    void a_path_that_kafka_would_take_for_two_is_refused_before_anything_is_made() {
        DataFolder two = prepared("one,two");

        assertThatThrownBy(() -> broker(two).start())
                .isInstanceOf(Hindrance.class)
                .hasMessageContaining("comma");
        assertThat(two.broker()).doesNotExist();
    }

    private EmbeddedBroker broker(DataFolder of) {
        EmbeddedBroker broker = new EmbeddedBroker(of, said::add);
        started.add(broker);
        return broker;
    }

    private int port() {
        return new Ports(folder).kept("broker").orElseThrow();
    }

    private DataFolder prepared(String name) {
        DataFolder made = DataFolder.at(temporary.resolve(name));
        made.prepare();
        return made;
    }

    /** The one that could not go on may still be ending when the next has not begun. */
    private static void awaitAnother(DataFolder folder, BrokerThreads before) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (livesOn(folder).allMatch(life -> life == before)) {
            assertThat(System.nanoTime()).as("another is started").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static BrokerThreads runningOn(DataFolder folder) {
        return livesOn(folder).findFirst().orElseThrow();
    }

    private static Stream<BrokerThreads> livesOn(DataFolder folder) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getThreadGroup)
                .filter(BrokerThreads.class::isInstance)
                .map(BrokerThreads.class::cast)
                .filter(threads -> threads.getName().endsWith(" " + folder.brokerLog()))
                .filter(threads -> !threads.fault().isDone());
    }

    private static String name(DataFolder of) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(of.broker().resolve("meta.properties"))) {
            properties.load(reader);
        }
        return properties.getProperty("cluster.id");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> found = Files.walk(from)) {
            for (Path each : found.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
