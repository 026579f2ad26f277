package org.refocusrecord.app.contracts;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the document says of the messages on each topic, for holding records against it. */
public final class Promises {

    private static final String AMENDMENT = ".entry.amended.";

    private final Map<String, List<Promise>> byTopic = new HashMap<>();

    private Promises(JsonNode document) {
        for (Topic topic : Topic.values()) {
            List<Promise> promises = new ArrayList<>();
            for (String name : AsyncApi.messagesOf(document, topic.channel())) {
                promises.add(Promise.of(document, name, topic != Topic.SESSIONS));
            }
            // Of two that a record keeps, it is the one that demands more.
            promises.sort(Comparator.comparingInt(Promise::demandedHeaders).reversed());
            byTopic.put(topic.address(), promises);
        }
    }

    /** Those of the document as it lies in the project. */
    public static Promises today() {
        return new Promises(Documents.current());
    }

    /**
     * What a record is held to be.
     *
     * @param message the message that it comes nearest to
     * @param faults in what it is not as that message should be
     */
    public record Verdict(String message, List<String> faults) {

        /** Whether it is as it should be. */
        public boolean kept() {
            return faults.isEmpty();
        }
    }

    /** Holds a record against the messages of its topic. */
    public Verdict judge(ConsumerRecord<byte[], byte[]> record) {
        return byTopic.getOrDefault(record.topic(), List.of()).stream()
                .map(promise -> new Verdict(promise.name(), faultsOf(promise, record)))
                .min(Comparator.comparingInt(verdict -> verdict.faults().size()))
                .orElseThrow(() -> new IllegalArgumentException("no topic of ours: " + record));
    }

    private List<String> faultsOf(Promise promise, ConsumerRecord<byte[], byte[]> record) {
        List<String> faults = new ArrayList<>(promise.faultsOf(record));
        if (faults.isEmpty() && promise.name().contains(AMENDMENT)) {
            faults.addAll(ofReplacement(promise, JsonMapper.shared().readTree(record.value())));
        }
        return faults;
    }

    /** In what the value of an event is not as the message of that name says. */
    List<String> faultsOf(String event, JsonNode value) {
        for (Promise promise : byTopic.getOrDefault(Topic.EVENTS.address(), List.of())) {
            if (promise.name().equals(event)) {
                List<String> faults = new ArrayList<>(promise.faultsOf(value));
                if (event.contains(AMENDMENT)) {
                    faults.addAll(ofReplacement(promise, value));
                }
                return faults;
            }
        }
        return List.of("no such event: " + event);
    }

    /** What an amendment puts in the place of another event is such an event's whole value. */
    private List<String> ofReplacement(Promise amendment, JsonNode value) {
        String replaced =
                "%s.%s.v%d"
                        .formatted(
                                amendment.name().substring(0, amendment.name().indexOf('.')),
                                value.path("eventType").asString(),
                                value.path("eventRevision").intValue());
        return faultsOf(replaced, value.path("replacement"));
    }

    /** The messages of a topic, by name. */
    public Set<String> messagesOn(String topic) {
        Set<String> names = new TreeSet<>();
        byTopic.getOrDefault(topic, List.of()).forEach(promise -> names.add(promise.name()));
        return names;
    }
}
