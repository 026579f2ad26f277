package org.refocusrecord.command.door.inbox;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.refocusrecord.web.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps what could not be read, as it came, with where it came from and the code of the cause. What
 * is too large even for that topic is named there without its value: it stays where it came from.
 */
final class DeadLetterTopic {

    /** How many bytes a value had that is not here. */
    static final String LEFT_BEHIND = "refocus_bytes-left-behind";

    private final Brokers brokers;
    private final String topic;

    DeadLetterTopic(Brokers brokers, String topic) {
        this.brokers = brokers;
        this.topic = topic;
    }

    CompletableFuture<Void> keep(SentRecord sent, Problem problem) {
        List<Header> ours = new ArrayList<>(Origin.of(sent));
        ours.add(SentRecord.header(Origin.CAUSE, problem.code().code()));
        List<Header> headers = new ArrayList<>(DeadLetter.withoutOurs(sent.headers()));
        headers.addAll(ours);
        return Brokers.orShorter(
                brokers.send(new ProducerRecord<>(topic, null, sent.key(), sent.value(), headers)),
                () -> named(sent, ours));
    }

    private CompletableFuture<Void> named(SentRecord sent, List<Header> ours) {
        List<Header> told = new ArrayList<>(Origin.correlation(sent, null));
        told.addAll(ours);
        told.add(SentRecord.header(LEFT_BEHIND, Integer.toString(SentRecord.length(sent.value()))));
        return brokers.send(
                new ProducerRecord<>(topic, null, Origin.answered(sent.key()), null, told));
    }
}
