package org.refocusrecord.testkit.broker;

import org.apache.kafka.common.Uuid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Brokers on this machine's own address, each a process of its own that is a controller too. They
 * end with the JVM that started them, however it ends. Tests that do no harm share one broker a
 * JVM; those that kill have their own.
 */
public final class TestCluster implements AutoCloseable {

    private final Path folder;
    private final List<Broker> brokers;

    private TestCluster(Path folder, List<Broker> brokers) {
        this.folder = folder;
        this.brokers = brokers;
    }

    /** The one broker of this JVM. */
    public static TestCluster shared() {
        return Shared.CLUSTER;
    }

    /**
     * So many brokers, which keep every topic on all of them, and acknowledge what most of them
     * have.
     */
    public static TestCluster of(int brokers) {
        return of(brokers, Map.of());
    }

    /** The same, with more properties. */
    public static TestCluster of(int number, Map<String, String> properties) {
        return of(number, properties, _ -> Map.of());
    }

    /**
     * One broker that tells its clients to come another way.
     *
     * @param way the port to come by, made for the port to which it leads
     */
    public static TestCluster behind(IntUnaryOperator way) {
        return of(
                1,
                Map.of(),
                ports ->
                        Map.of(
                                "listeners",
                                "PLAINTEXT://127.0.0.1:%d,WAY://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                                        .formatted(ports[0], ports[2], ports[1]),
                                "advertised.listeners",
                                "PLAINTEXT://127.0.0.1:%d,WAY://127.0.0.1:%d"
                                        .formatted(ports[0], way.applyAsInt(ports[2])),
                                "listener.security.protocol.map",
                                "PLAINTEXT:PLAINTEXT,WAY:PLAINTEXT,CONTROLLER:PLAINTEXT"));
    }

    private static TestCluster of(
            int number,
            Map<String, String> properties,
            Function<int[], Map<String, String>> onPorts) {
        try {
            Path folder = Files.createTempDirectory("refocus-test-brokers");
            String clusterId = Uuid.randomUuid().toString();
            int[] ports = freePorts(3 * number);
            List<Broker> brokers = new ArrayList<>();
            for (int index = 0; index < number; index++) {
                Path own = Files.createDirectory(folder.resolve("broker-" + (index + 1)));
                Map<String, String> all = properties(index, number, ports, own);
                all.putAll(properties);
                all.putAll(onPorts.apply(ports));
                brokers.add(new Broker(own, ports[index], clusterId, all));
            }
            TestCluster cluster = new TestCluster(folder, List.copyOf(brokers));
            brokers.forEach(Broker::begin);
            brokers.forEach(Broker::awaitListening);
            return cluster;
        } catch (IOException notMade) {
            throw new UncheckedIOException(notMade);
        }
    }

    private static Map<String, String> properties(int index, int number, int[] ports, Path own) {
        int copies = Math.min(number, 3);
        int most = copies / 2 + 1;
        Map<String, String> properties = new HashMap<>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(index + 1));
        properties.put(
                "controller.quorum.voters",
                IntStream.range(0, number)
                        .mapToObj(node -> (node + 1) + "@127.0.0.1:" + ports[number + node])
                        .collect(Collectors.joining(",")));
        properties.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(ports[index], ports[number + index]));
        properties.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + ports[index]);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("log.dirs", own.resolve("data").toString());
        properties.put("default.replication.factor", Integer.toString(copies));
        properties.put("min.insync.replicas", Integer.toString(most));
        properties.put("offsets.topic.replication.factor", Integer.toString(copies));
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.replication.factor", Integer.toString(copies));
        properties.put("transaction.state.log.min.isr", Integer.toString(most));
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("auto.create.topics.enable", "false");
        // Nobody waits three seconds for the first member of a group.
        properties.put("group.initial.rebalance.delay.ms", "0");
        // A consumer that was killed is missed as soon as a test likes.
        properties.put("group.min.session.timeout.ms", "500");
        // A broker that was killed is missed soon.
        properties.put("broker.session.timeout.ms", "6000");
        return properties;
    }

    /** Where clients begin. */
    public String bootstrapServers() {
        return brokers.stream().map(Broker::address).collect(Collectors.joining(","));
    }

    /** How many brokers there are, running or not. */
    public int size() {
        return brokers.size();
    }

    /** Kills a broker, from 1, as a power cut would. */
    public void kill(int broker) {
        brokers.get(broker - 1).kill();
    }

    /** Stops a broker, from 1, as its operator would. */
    public void stop(int broker) {
        brokers.get(broker - 1).stop();
    }

    /** Starts a broker again on what it had, and waits until it listens. */
    public void start(int broker) {
        begin(broker);
        brokers.get(broker - 1).awaitListening();
    }

    /**
     * Begins to start a broker again: where most were away, none listens before the others are
     * there.
     */
    public void begin(int broker) {
        brokers.get(broker - 1).begin();
    }

    @Override
    public void close() {
        brokers.forEach(Broker::kill);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    private static int[] freePorts(int number) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int index = 0; index < number; index++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    private static final class Shared {
        static final TestCluster CLUSTER = started();

        private static TestCluster started() {
            TestCluster cluster = of(1);
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "broker-end"));
            return cluster;
        }
    }
}
