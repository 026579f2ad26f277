package org.refocusrecord.command.door.inbox;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.support.Acknowledgment;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Which records have come to their end, partition by partition. Kafka is told of the last one
 * before which all have: so whatever is told is true for ever, and a record that came again while
 * it was under way still can do no harm. It is told of many at a time, since each time costs the
 * brokers a write: when none is left, or when it was not told for a while.
 *
 * <p>What was taken from a partition that has gone since is ended unheard: whoever has it now finds
 * what was recorded.
 */
final class Offsets implements ConsumerAwareRebalanceListener {

    private static final long A_WHILE = Duration.ofMillis(200).toNanos();

    private final Map<TopicPartition, Line> lines = new HashMap<>();
    private int left;
    private long told = System.nanoTime();

    /** Those of a partition that are under way, in order, and what is to be told of it. */
    private static final class Line {
        private final ArrayDeque<Taken> underWay = new ArrayDeque<>();
        private @Nullable Acknowledgment due;
    }

    /** A record that was taken. */
    static final class Taken {
        private final TopicPartition partition;
        private final Line line;
        private final @Nullable Acknowledgment acknowledgment;
        private boolean ended;

        private Taken(
                TopicPartition partition, Line line, @Nullable Acknowledgment acknowledgment) {
            this.partition = partition;
            this.line = line;
            this.acknowledgment = acknowledgment;
        }
    }

    /** One more was taken, the next of its partition. */
    synchronized Taken taken(TopicPartition partition, @Nullable Acknowledgment acknowledgment) {
        Line line = lines.computeIfAbsent(partition, _ -> new Line());
        Taken taken = new Taken(partition, line, acknowledgment);
        line.underWay.add(taken);
        left++;
        return taken;
    }

    /** One of those that were taken has come to its end. */
    synchronized void ended(Taken taken) {
        Line line = taken.line;
        if (lines.get(taken.partition) != line) {
            return;
        }
        taken.ended = true;
        while (!line.underWay.isEmpty() && line.underWay.element().ended) {
            line.due = line.underWay.remove().acknowledgment;
            left--;
        }
        if (left == 0 || System.nanoTime() - told >= A_WHILE) {
            tellAll();
        }
    }

    private void tellAll() {
        lines.values().forEach(Offsets::tell);
        told = System.nanoTime();
    }

    private static void tell(Line line) {
        Acknowledgment due = line.due;
        line.due = null;
        if (due != null) {
            due.acknowledge();
        }
    }

    /** These go: what is known of them is told, and nothing of them after that. */
    @Override
    public synchronized void onPartitionsRevokedBeforeCommit(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        giveUp(partitions);
    }

    /**
     * What was known of them was told, or is another's to tell: whoever lost them was not asked.
     */
    @Override
    public synchronized void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        giveUp(partitions);
    }

    private void giveUp(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Line line = lines.remove(partition);
            if (line != null) {
                left -= line.underWay.size();
                tell(line);
            }
        }
        if (left == 0) {
            tellAll();
        }
    }
}
