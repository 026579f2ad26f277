package org.refocusrecord.command.door.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A producer that says nothing any more, though the brokers are well, is not waited for. */
class KeepingSilentTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final AtomicLong nanos = new AtomicLong(System.nanoTime());
    private final List<Silent> made = new ArrayList<>();
    private boolean isFull;
    private boolean hasFailedForGood;
    private boolean takesShortOnes;

    @AutoClose private final Brokers brokers = new Brokers(this::another, nanos::get);

    private Producer<byte[], byte[]> another() {
        made.add(new Silent());
        return made.getLast();
    }

    /** Acknowledges nothing by itself; where it is full it refuses, as Kafka's own does. */
    private final class Silent extends MockProducer<byte[], byte[]> {

        private final CountDownLatch closing = new CountDownLatch(1);
        private boolean breaks;

        Silent() {
            super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(
                ProducerRecord<byte[], byte[]> out, Callback told) {
            if (hasFailedForGood) {
                throw new KafkaException("it is in an error state");
            }
            if (takesShortOnes) {
                told.onCompletion(null, new RecordTooLargeException());
                return CompletableFuture.failedFuture(new RecordTooLargeException());
            }
            if (isFull) {
                TimeoutException full = new TimeoutException("no room for it");
                told.onCompletion(null, full);
                return CompletableFuture.failedFuture(full);
            }
            return super.send(out, told);
        }

        /** From another thread than the sender's, as by the network. */
        void answers(Runnable answer) {
            CompletableFuture.runAsync(answer).join();
        }

        @Override
        public void close(Duration most) {
            closing.countDown();
            if (breaks) {
                throw new KafkaException("its metrics cannot be closed");
            }
            super.close(most);
        }

        void isClosed() throws InterruptedException {
            assertThat(closing.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void look() {
        brokers.renewIfSilentFor(PATIENCE);
    }

    private CompletableFuture<Void> sent() {
        return brokers.send(new ProducerRecord<>("outcomes", new byte[0]));
    }

    @Test
    void what_it_had_fails_and_is_sent_again_by_another() throws InterruptedException {
        CompletableFuture<Void> first = sent();

        pass(PATIENCE);
        look();
        assertThat(first).isNotDone();
        pass(A_MOMENT);
        look();

        failed(first);
        made.getFirst().isClosed();
        CompletableFuture<Void> again = sent();
        made.getLast().answers(made.getLast()::completeNext);
        Brokers.await(again);
        assertThat(made).hasSize(2);
    }

    private static void failed(CompletableFuture<Void> sent) {
        assertThatThrownBy(() -> Brokers.await(sent))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(DisconnectException.class);
    }

    @Test
    void one_that_has_nothing_to_say_is_kept() {
        CompletableFuture<Void> first = sent();
        made.getFirst().answers(made.getFirst()::completeNext);
        Brokers.await(first);

        pass(PATIENCE.multipliedBy(2));
        look();
        var _ = sent();

        assertThat(made).hasSize(1);
    }

    @Test
    void one_that_hears_nothing_while_the_brokers_are_away_is_kept() {
        CompletableFuture<Void> first = sent();
        pass(PATIENCE.multipliedBy(5));
        brokers.away();

        pass(PATIENCE);
        look();
        assertThat(first).isNotDone();

        pass(A_MOMENT);
        look();
        failed(first);
    }

    @Test
    void what_it_refuses_by_itself_is_no_word_of_the_brokers() {
        CompletableFuture<Void> first = sent();
        isFull = true;
        for (int second = 0; second <= PATIENCE.toSeconds(); second++) {
            assertThat(sent()).isCompletedExceptionally();
            pass(Duration.ofSeconds(1));
        }

        look();

        failed(first);
    }

    @Test
    void one_that_waits_in_vain_each_time_is_silent_though_nothing_is_under_way() {
        isFull = true;
        for (int tries = 0; tries < 3; tries++) {
            assertThat(sent()).isCompletedExceptionally();
            look();
            pass(PATIENCE.dividedBy(2));
        }
        assertThat(made).hasSize(1);

        pass(A_MOMENT);
        look();
        var _ = sent();

        assertThat(made).hasSize(2);
    }

    @Test
    void one_that_takes_nothing_any_more_is_silent_too() {
        var _ = sent();
        made.getFirst().answers(() -> made.getFirst().errorNext(new KafkaException("the first")));
        hasFailedForGood = true;
        assertThat(sent()).isCompletedExceptionally();
        pass(PATIENCE.plus(A_MOMENT));
        assertThat(sent()).isCompletedExceptionally();

        look();
        hasFailedForGood = false;
        var _ = sent();

        assertThat(made).hasSize(2);
    }

    @Test
    void one_that_refuses_what_is_too_large_is_kept() {
        takesShortOnes = true;
        assertThat(sent()).isCompletedExceptionally();

        pass(PATIENCE.plus(A_MOMENT));
        look();
        var _ = sent();

        assertThat(made).hasSize(1);
    }

    @Test
    void one_that_cannot_be_closed_keeps_nobody_waiting() throws InterruptedException {
        CompletableFuture<Void> first = sent();
        made.getFirst().breaks = true;

        pass(PATIENCE.plus(A_MOMENT));
        look();

        failed(first);
        made.getFirst().isClosed();
        var _ = sent();
        assertThat(made).hasSize(2);
    }

    @Test
    void where_none_hears_anything_each_is_given_twice_the_time() {
        var _ = sent();
        pass(PATIENCE.plus(A_MOMENT));
        look();
        CompletableFuture<Void> again = sent();

        pass(PATIENCE.multipliedBy(2));
        look();
        assertThat(again).isNotDone();
        pass(A_MOMENT);
        look();
        failed(again);

        CompletableFuture<Void> third = sent();
        made.getLast().answers(made.getLast()::completeNext);
        Brokers.await(third);
        CompletableFuture<Void> fourth = sent();
        pass(PATIENCE.plus(A_MOMENT));
        look();
        failed(fourth);
    }

    @Test
    void what_is_sent_shorter_is_sent_in_another_thread_than_the_producers() {
        Thread producers = Thread.currentThread();
        List<Thread> seen = new ArrayList<>();
        CompletableFuture<Void> large = sent();

        CompletableFuture<Void> shorter =
                Brokers.orShorter(
                        large,
                        () -> {
                            seen.add(Thread.currentThread());
                            return CompletableFuture.completedFuture(null);
                        });
        made.getFirst().errorNext(new RecordTooLargeException());

        Brokers.await(shorter);
        assertThat(seen).hasSize(1).doesNotContain(producers);
    }

    @Test
    void whoever_is_stopped_waits_no_longer() {
        CompletableFuture<Void> first = sent();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Brokers.await(first)).isInstanceOf(Perseverance.Closed.class);

        assertThat(Thread.interrupted()).isTrue();
    }
}
