package org.refocusrecord.bench;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Hears all that comes to a topic from now on. */
final class Hearing implements AutoCloseable {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Consumer<ConsumerRecord<byte[], byte[]>> each;
    private final Thread thread;
    private long heard;
    private long awaited;
    private byte @Nullable [] last;
    private @Nullable RuntimeException failure;

    /** Of a topic that is there. */
    Hearing(Topicality topics, String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        this.each = each;
        consumer = new KafkaConsumer<>(topics.clients().consumer("bench", topics.name("bench")));
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(one -> new TopicPartition(topic, one.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Not before it is asked is it known where the end is.
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().daemon().name("hearing-" + topic).start(this::hear);
    }

    private void hear() {
        try (consumer) {
            while (true) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(A_MOMENT)) {
                    each.accept(record);
                    heard(record.value());
                }
            }
        } catch (WakeupException enough) {
            // That is how it is ended.
        } catch (RuntimeException failed) {
            failed(failed);
        }
    }

    private synchronized void heard(byte[] value) {
        heard++;
        last = value;
        if (heard >= awaited) {
            notifyAll();
        }
    }

    private synchronized void failed(RuntimeException failed) {
        failure = failed;
        notifyAll();
    }

    /** Waits until so many more were heard than when it was last waited. */
    synchronized void awaitMore(long more, Duration most) throws InterruptedException {
        awaited += more;
        long end = System.nanoTime() + most.toNanos();
        while (heard < awaited) {
            if (failure != null) {
                throw failure;
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new IllegalStateException(
                        "%d of %d were heard in %s".formatted(heard, awaited, most));
            }
            wait(left);
        }
    }

    /** The value that was heard last. */
    synchronized byte[] last() {
        return Objects.requireNonNull(last);
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
