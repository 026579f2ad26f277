package org.refocusrecord.app.kafka;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the embedded broker is set: every setting that matters is given, with its reason. */
final class BrokerSettings {

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final int MEGABYTE = 1 << 20;
    private static final int MINUTES_OF_A_YEAR = 365 * 24 * 60;

    private static final List<String> ONE_OF_EACH =
            List.of(
                    "default.replication.factor",
                    "min.insync.replicas",
                    "offsets.topic.replication.factor",
                    "offsets.topic.num.partitions",
                    "transaction.state.log.replication.factor",
                    "transaction.state.log.min.isr",
                    "transaction.state.log.num.partitions",
                    "share.coordinator.state.topic.replication.factor",
                    "share.coordinator.state.topic.min.isr",
                    "share.coordinator.state.topic.num.partitions");

    private BrokerSettings() {}

    /** All of them, for a broker that keeps its topics in this folder. */
    static Map<String, String> of(Path folder, int port, int controllerPort) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER);
        // Nobody comes in from another machine.
        settings.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d"
                        .formatted(port, CONTROLLER, controllerPort));
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("log.dirs", folder.toString());
        // A mistyped name makes no topic.
        settings.put("auto.create.topics.enable", "false");
        durable(settings);
        alone(settings);
        small(settings);
        return settings;
    }

    private static void durable(Map<String, String> settings) {
        // There is one copy: what is acknowledged is on the disk, by one fsync a batch.
        settings.put("log.flush.interval.messages", "1");
        settings.put("unclean.leader.election.enable", "false");
        // Whoever reads what is kept for ever and comes once a month goes on where he was.
        settings.put("offsets.retention.minutes", Integer.toString(MINUTES_OF_A_YEAR));
    }

    private static void alone(Map<String, String> settings) {
        ONE_OF_EACH.forEach(setting -> settings.put(setting, "1"));
        // After a crash its controller takes the broker for one that still runs for so long.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        // The first member of a group waits for no others.
        settings.put("group.initial.rebalance.delay.ms", "0");
        // Nor is there anybody to be told twice a second, on the disk, that nothing has happened.
        settings.put("metadata.max.idle.interval.ms", "0");
    }

    private static void small(Map<String, String> settings) {
        // After a crash the newest segment of every partition is read to its end.
        settings.put("log.segment.bytes", Integer.toString(64 * MEGABYTE));
        // Indexes are made at their full size; a copy that knows no holes would be of gigabytes.
        settings.put("log.index.size.max.bytes", Integer.toString(MEGABYTE / 4));
        settings.put("log.cleaner.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * MEGABYTE));
        // Whoever sends what no topic takes is told so, up to here, instead of being cut off.
        settings.put("socket.request.max.bytes", Integer.toString(32 * MEGABYTE));
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("group.coordinator.threads", "1");
        settings.put("share.coordinator.threads", "1");
        // Nobody looks at them.
        settings.put("metric.reporters", "");
    }
}
