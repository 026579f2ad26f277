package org.refocusrecord.command.door.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A producer that says nothing any more, though the brokers are well, is not waited for. */
class KeepingSilentTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final List<MockProducer<byte[], byte[]>> made = new ArrayList<>();

    @AutoClose private final Brokers brokers = new Brokers(this::another);

    /** The first of them acknowledges nothing by itself. */
    private Producer<byte[], byte[]> another() {
        made.add(
                new MockProducer<>(
                        !made.isEmpty(),
                        null,
                        new ByteArraySerializer(),
                        new ByteArraySerializer()));
        return made.getLast();
    }

    private CompletableFuture<Void> sent() {
        return brokers.send(new ProducerRecord<>("outcomes", new byte[0]));
    }

    @Test
    void what_it_had_fails_and_is_sent_again_by_another() {
        CompletableFuture<Void> first = sent();

        brokers.renewIfSilentFor(LONG);
        assertThat(first).isNotDone();
        brokers.renewIfSilentFor(Duration.ZERO);

        assertThatThrownBy(() -> Brokers.await(first))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(DisconnectException.class);
        assertThat(made.getFirst().closed()).isTrue();
        Brokers.await(sent());
        assertThat(made).hasSize(2);
    }

    @Test
    void one_that_has_nothing_to_say_is_kept() {
        CompletableFuture<Void> first = sent();
        made.getFirst().completeNext();
        Brokers.await(first);

        brokers.renewIfSilentFor(Duration.ZERO);

        assertThat(made.getFirst().closed()).isFalse();
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
