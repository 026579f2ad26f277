package org.refocusrecord.command.door.inbox;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.DisconnectException;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Sends to the brokers, and knows when all replicas that are in step have it. The producer is made
 * when it is first needed: addresses that lead nowhere keep no server from starting.
 */
final class Brokers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Brokers.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 5;

    /** In the producer's own thread a send might wait for what only that thread can bring. */
    private static final Executor ELSEWHERE = task -> Thread.ofVirtual().start(task);

    private final Supplier<Producer<byte[], byte[]>> making;
    private final Set<UnderWay> underWay = ConcurrentHashMap.newKeySet();
    private final LongSupplier nanos;
    private final AtomicInteger inVain = new AtomicInteger();
    private @Nullable Producer<byte[], byte[]> made;
    private volatile long heard;

    /** The producer has refused something by itself since the brokers were last heard. */
    private volatile boolean isDeaf;

    /**
     * Nothing is sent yet.
     *
     * @param nanos the time, as {@link System#nanoTime()} counts it
     */
    Brokers(Supplier<Producer<byte[], byte[]>> making, LongSupplier nanos) {
        this.making = making;
        this.nanos = nanos;
        this.heard = nanos.getAsLong();
    }

    private synchronized Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> producer = made;
        if (producer == null) {
            producer = making.get();
            made = producer;
        }
        return producer;
    }

    private synchronized boolean isMade(Producer<byte[], byte[]> producer) {
        return Objects.equals(made, producer);
    }

    /** Something that was sent and not answered yet; no two are the same. */
    private final class UnderWay {
        private final CompletableFuture<Void> answered = new CompletableFuture<>();
        private final Thread sender = Thread.currentThread();
        private volatile @Nullable Producer<byte[], byte[]> by;

        /** Whatever a producer refuses by itself it says to whoever sends. */
        void answered(@Nullable Exception refused) {
            if (!Thread.currentThread().equals(sender)) {
                heard = nanos.getAsLong();
                isDeaf = false;
            } else if (refused != null) {
                refused(refused);
            }
            if (refused == null) {
                inVain.set(0);
            }
            ended(refused);
        }

        /** By the producer itself: it may be that it never hears of any brokers any more. */
        private void refused(Exception refused) {
            if (!NotTaken.isForItself(refused)) {
                isDeaf = true;
            }
        }

        void ended(@Nullable Exception refused) {
            if (refused == null) {
                answered.complete(null);
            } else {
                answered.completeExceptionally(refused);
            }
            underWay.remove(this);
        }

        /** Nobody answers it any more: its producer was taken away. */
        boolean isForsaken() {
            Producer<byte[], byte[]> with = by;
            return with != null && !isMade(with);
        }
    }

    /** Done when it is acknowledged; failed where it cannot be, with Kafka's own exception. */
    CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> out) {
        UnderWay sent = new UnderWay();
        if (isIdle()) {
            heard = nanos.getAsLong();
        }
        underWay.add(sent);
        try {
            Producer<byte[], byte[]> by = producer();
            sent.by = by;
            var _ = by.send(out, (_, refused) -> sent.answered(refused));
        } catch (RuntimeException notTaken) {
            sent.refused(notTaken);
            sent.ended(notTaken);
        } catch (Error failed) {
            underWay.remove(sent);
            throw failed;
        }
        if (sent.isForsaken()) {
            sent.ended(silent());
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
                        NotTaken.isTooLarge(refused)
                                ? shorter.get()
                                : CompletableFuture.failedFuture(refused),
                ELSEWHERE);
    }

    /** Nothing is to be heard. */
    private boolean isIdle() {
        return underWay.isEmpty() && !isDeaf;
    }

    /** The brokers answer nobody: so it is no fault of the producer's that it hears nothing. */
    void away() {
        heard = nanos.getAsLong();
    }

    /**
     * To be called now and then where the brokers answer others: where they did all the time and of
     * what is sent nothing was answered for so long, the producer is taken for broken and another
     * is made. What is under way fails, and whoever waits for it sends it again. One whose thread
     * ended for lack of memory, or that was refused when it first came in, would keep silent for
     * ever. Where one after the other hears nothing it is no fault of theirs, and each is given
     * twice the time of the one before it.
     */
    void renewIfSilentFor(Duration patience) {
        Duration most = patience.multipliedBy(1L << Math.min(inVain.get(), MOST_DOUBLINGS));
        if (isIdle() || nanos.getAsLong() - heard <= most.toNanos()) {
            return;
        }
        LOG.warn(
                "nothing that is sent was answered for {} s, though the brokers answer: another"
                        + " producer is made",
                most.toSeconds());
        Producer<byte[], byte[]> silent = taken();
        inVain.incrementAndGet();
        heard = nanos.getAsLong();
        isDeaf = false;
        try {
            if (silent != null) {
                // It waits for its thread, which may never end.
                ELSEWHERE.execute(() -> close(silent));
            }
        } finally {
            // Nobody else fails what it had where its thread is gone.
            underWay.stream().filter(UnderWay::isForsaken).forEach(sent -> sent.ended(silent()));
        }
    }

    private static void close(Producer<byte[], byte[]> silent) {
        try {
            silent.close(Duration.ZERO);
        } catch (RuntimeException | Error notWhole) {
            LOG.debug("a producer could not be closed as a whole", notWhole);
        }
    }

    private static Exception silent() {
        return new DisconnectException("the producer kept silent");
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

    @Override
    public synchronized void close() {
        if (made != null) {
            made.close(LAST_WORDS);
        }
    }
}
