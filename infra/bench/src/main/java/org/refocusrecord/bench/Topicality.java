package org.refocusrecord.bench;

import org.apache.kafka.clients.admin.Admin;
import org.refocusrecord.kafka.KafkaClients;
import org.refocusrecord.kafka.KafkaSettings;
import org.refocusrecord.kafka.Topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Brokers, and topics of this run alone, made and spoken with as the product does it. */
final class Topicality {

    private static final int PARTITIONS = 12;
    private static final int COPIES = 3;
    private static final int LONGEST = 8 << 20;

    private final String run = "bench-" + UUID.randomUUID().toString().substring(0, 8);
    private final KafkaSettings settings;
    private final KafkaClients clients;

    Topicality(String brokers) {
        settings = new KafkaSettings(brokers, Map.of(), PARTITIONS, COPIES, Duration.ofDays(1));
        clients = new KafkaClients(settings);
        make(sessions(), outcomes(), events());
    }

    /** What the server is told of it. */
    List<String> told(String group, boolean sendsEvents) {
        List<String> told = new ArrayList<>();
        told.add("--refocus.kafka.bootstrap-servers=" + settings.bootstrapServers());
        told.add("--refocus.kafka.client.security.protocol=PLAINTEXT");
        told.add("--refocus.kafka.inbox.topic=" + sessions());
        told.add("--refocus.kafka.inbox.outcomes=" + outcomes());
        told.add("--refocus.kafka.inbox.dead-letters=" + name("dead-letters"));
        told.add("--refocus.kafka.inbox.group=" + name(group));
        told.add("--refocus.kafka.events.topic=" + events());
        told.add("--refocus.kafka.events.enabled=" + sendsEvents);
        return told;
    }

    void make(String... names) {
        try (Admin admin = clients.admin()) {
            List<Topics.Needed> needed = new ArrayList<>();
            for (String name : names) {
                needed.add(new Topics.Needed(name, LONGEST, true));
            }
            new Topics(settings).make(admin, needed);
        }
    }

    KafkaClients clients() {
        return clients;
    }

    String sessions() {
        return name("sessions");
    }

    String outcomes() {
        return name("outcomes");
    }

    String events() {
        return name("events");
    }

    /** A name that no other run has. */
    String name(String of) {
        return run + "-" + of;
    }
}
