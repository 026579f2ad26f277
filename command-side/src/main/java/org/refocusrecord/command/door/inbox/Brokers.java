package org.refocusrecord.command.door.inbox;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

import java.util.concurrent.CompletableFuture;

/** Sends to the brokers, and knows when all replicas that are in step have it. */
final class Brokers implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;

    Brokers(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Done when it is acknowledged; failed where it cannot be, with Kafka's own exception. */
    CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> out) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        try {
            var _ =
                    producer.send(
                            out,
                            (_, refused) -> {
                                if (refused == null) {
                                    acknowledged.complete(null);
                                } else {
                                    acknowledged.completeExceptionally(refused);
                                }
                            });
        } catch (RuntimeException notTaken) {
            acknowledged.completeExceptionally(notTaken);
        }
        return acknowledged;
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ofSeconds(5));
    }
}
