package org.refocusrecord.command.door.inbox;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.refocusrecord.web.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

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
        List<Header> headers = new ArrayList<>(sent.headers());
        headers.addAll(Origin.of(sent));
        headers.add(SentRecord.header(Origin.CAUSE, problem.code().code()));
        return brokers.send(new ProducerRecord<>(topic, null, sent.key(), sent.value(), headers))
                .exceptionallyCompose(refused -> withoutValue(sent, headers, refused));
    }

    private CompletableFuture<Void> withoutValue(
            SentRecord sent, List<Header> headers, Throwable refused) {
        Throwable cause =
                refused instanceof CompletionException wrapped && wrapped.getCause() != null
                        ? wrapped.getCause()
                        : refused;
        byte[] value = sent.value();
        if (!(cause instanceof RecordTooLargeException) || value == null) {
            return CompletableFuture.failedFuture(cause);
        }
        List<Header> told = new ArrayList<>(headers);
        told.add(SentRecord.header(LEFT_BEHIND, Integer.toString(value.length)));
        return brokers.send(new ProducerRecord<>(topic, null, sent.key(), null, told));
    }
}
