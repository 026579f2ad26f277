package org.refocusrecord.command.door.inbox;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Sends to the brokers, and knows when all replicas that are in step have it. The producer is made
 * when it is first needed: addresses that lead nowhere keep no server from starting.
 */
final class Brokers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Brokers.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    /** In the producer's own thread a send might wait for what only that thread can bring. */
    private static final Executor ELSEWHERE = task -> Thread.ofVirtual().start(task);

    private final Supplier<Producer<byte[], byte[]>> making;
    private final Set<UnderWay> underWay = ConcurrentHashMap.newKeySet();
    private @Nullable Producer<byte[], byte[]> made;
    private volatile long moved = System.nanoTime();

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

    /** Something that was sent and not answered yet; no two are the same. */
    private final class UnderWay {
        private final CompletableFuture<Void> answered = new CompletableFuture<>();
        private volatile @Nullable Producer<byte[], byte[]> by;

        void ended(@Nullable Exception refused) {
            moved = System.nanoTime();
            underWay.remove(this);
            if (refused == null) {
                answered.complete(null);
            } else {
                answered.completeExceptionally(refused);
            }
        }
    }

    /** Done when it is acknowledged; failed where it cannot be, with Kafka's own exception. */
    CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> out) {
        UnderWay sent = new UnderWay();
        if (underWay.isEmpty()) {
            moved = System.nanoTime();
        }
        underWay.add(sent);
        try {
            Producer<byte[], byte[]> by = producer();
            sent.by = by;
            var _ = by.send(out, (_, refused) -> sent.ended(refused));
        } catch (RuntimeException notTaken) {
            sent.ended(notTaken);
        } catch (Error failed) {
            underWay.remove(sent);
            throw failed;
        }
        return sent.answered;
    }

    /**
     * What comes of it, or of something shorter where it was refused since its topic takes none so
     * large.
     */
    static CompletableFuture<Void> orShorter(
            CompletableFuture<Void> sent, Supplier<CompletableFuture<Void>> shorter) {
        return sent.exceptionallyComposeAsync(
                refused ->
                        isTooLarge(refused)
                                ? shorter.get()
                                : CompletableFuture.failedFuture(refused),
                ELSEWHERE);
    }

    /**
     * To be called now and then while the brokers answer others: where of all that is under way
     * nothing was answered for so long, the producer is taken for broken and another is made. What
     * is under way fails, and whoever waits for it sends it again. One whose thread ended for lack
     * of memory, or that was refused when it first came in, would keep silent for ever.
     */
    void renewIfSilentFor(Duration patience) {
        if (underWay.isEmpty() || System.nanoTime() - moved <= patience.toNanos()) {
            return;
        }
        LOG.warn("no broker has answered for {} s: another producer is made", patience.toSeconds());
        Producer<byte[], byte[]> silent = taken();
        if (silent != null) {
            // From here on it takes nothing.
            silent.close(Duration.ZERO);
        }
        moved = System.nanoTime();
        // Nobody else fails what it had where its thread is gone.
        for (UnderWay each : underWay) {
            if (Objects.equals(each.by, silent)) {
                each.ended(new DisconnectException("the producer kept silent"));
            }
        }
    }

    private synchronized @Nullable Producer<byte[], byte[]> taken() {
        Producer<byte[], byte[]> before = made;
        made = null;
        return before;
    }

    /**
     * Waits until it is acknowledged.
     *
     * @throws CompletionException where it was refused
     * @throws Perseverance.Closed where nobody waits for it any more
     */
    static void await(CompletableFuture<Void> sent) {
        try {
            sent.get();
        } catch (ExecutionException refused) {
            throw new CompletionException(refused.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Perseverance.Closed();
        }
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
