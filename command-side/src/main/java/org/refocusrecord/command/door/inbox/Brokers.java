package org.refocusrecord.command.door.inbox;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Sends to the brokers, and knows when all replicas that are in step have it. The producer is made
 * when it is first needed: addresses that lead nowhere keep no server from starting.
 */
final class Brokers implements AutoCloseable {

    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final Supplier<Producer<byte[], byte[]>> making;
    private @Nullable Producer<byte[], byte[]> made;

    Brokers(Supplier<Producer<byte[], byte[]>> making) {
        this.making = making;
    }

    private synchronized Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> producer = made;
        if (producer == null) {
            producer = making.get();
            made = producer;
        }
        return producer;
    }

    /** Done when it is acknowledged; failed where it cannot be, with Kafka's own exception. */
    CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> out) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        try {
            var _ =
                    producer()
                            .send(
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

    /** Whether a record was refused since it is larger than its topic takes. */
    static boolean isTooLarge(Throwable refused) {
        return cause(refused) instanceof RecordTooLargeException;
    }

    /** Whether the program may not write there. */
    static boolean isForbidden(Throwable refused) {
        return cause(refused) instanceof TopicAuthorizationException;
    }

    private static Throwable cause(Throwable refused) {
        return refused instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : refused;
    }

    @Override
    public synchronized void close() {
        if (made != null) {
            made.close(LAST_WORDS);
        }
    }
}
