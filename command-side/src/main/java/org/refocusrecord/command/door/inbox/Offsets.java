package org.refocusrecord.command.door.inbox;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.support.Acknowledgment;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;

/**
 * Which records have come to their end, partition by partition. Kafka is told of the last one
 * before which all have: so whatever is told is true for ever, and a record that came again while
 * it was under way still can do no harm. It is told of many at a time, since each time costs the
 * brokers a write: when none is left, or when it was not told for a while.
 *
 * <p>What was taken from a partition that has gone since is ended unheard: whoever has it now finds
 * what was recorded. That may be another consumer of this process, before the one that lost it has
 * heard of that: so a partition is a consumer's own.
 */
final class Offsets implements ConsumerAwareRebalanceListener {

    private static final long A_WHILE = Duration.ofMillis(200).toNanos();

    private final Map<Held, OffsetLine> lines = new HashMap<>();
    private final Set<Consumer<?, ?>> gone = Collections.newSetFromMap(new WeakHashMap<>());
    private final Intake intake;
    private final LongSupplier nanos;
    private volatile @Nullable Thread closer;
    private int left;
    private long told;

    /**
     * Offsets of what comes by this intake.
     *
     * @param nanos the time, as {@link System#nanoTime()} counts it
     */
    Offsets(Intake intake, LongSupplier nanos) {
        this.intake = intake;
        this.nanos = nanos;
        this.told = nanos.getAsLong();
    }

    /** Closes consumers that were given up, in a thread that is none of theirs. */
    void closeByAnother(Runnable closing) {
        closer = Thread.currentThread();
        try {
            closing.run();
        } finally {
            closer = null;
        }
    }

    /** A partition in the hands of a consumer. */
    private record Held(Consumer<?, ?> consumer, TopicPartition partition) {}

    /** A record that was taken. */
    static final class Taken {
        private final Held held;
        private final OffsetLine line;
        private final OffsetLine.Place place;
        private final int bytes;
        private boolean isOver;

        private Taken(Held held, OffsetLine line, OffsetLine.Place place, int bytes) {
            this.held = held;
            this.line = line;
            this.place = place;
            this.bytes = bytes;
        }
    }

    /** A consumer has taken one more, the next of its partition, of so many bytes. */
    synchronized Taken taken(
            Consumer<?, ?> consumer,
            TopicPartition partition,
            int bytes,
            @Nullable Acknowledgment acknowledgment) {
        Held held = new Held(consumer, partition);
        if (gone.contains(consumer)) {
            return unwanted(held);
        }
        OffsetLine line = lines.computeIfAbsent(held, _ -> new OffsetLine());
        OffsetLine.Place place = line.place(bytes, acknowledgment, nanos.getAsLong());
        Taken taken = new Taken(held, line, place, bytes);
        left++;
        intake.taken(bytes);
        return taken;
    }

    /** It stands in no line: nobody would take it out again. */
    private static Taken unwanted(Held held) {
        OffsetLine none = new OffsetLine();
        Taken taken = new Taken(held, none, none.place(0, null, 0), 0);
        taken.isOver = true;
        return taken;
    }

    /**
     * Whether one of those that were taken is to be begun still. Not where its partition has gone,
     * or one before it failed: those of its case would overtake it.
     */
    synchronized boolean isWanted(Taken taken) {
        return lines.get(taken.held) == taken.line && !taken.line.isBroken();
    }

    /** One of those that were taken came to no end: all from there on come again. */
    synchronized void failed(Taken taken) {
        taken.line.breakOff();
    }

    /** One of those that were taken has come to its end. */
    synchronized void ended(Taken taken) {
        OffsetLine line = taken.line;
        if (lines.get(taken.held) != line) {
            return;
        }
        left -= line.end(taken.place, intake);
        if (left == 0 || nanos.getAsLong() - told >= A_WHILE) {
            tellAll();
        }
    }

    /** One of those that were taken holds no memory any more, whatever became of it. */
    synchronized void over(Taken taken) {
        if (!taken.isOver) {
            taken.isOver = true;
            intake.ended(taken.bytes);
        }
    }

    /**
     * A partition of which a record was taken longer ago than this and has not come to its end;
     * null where there is none. All that comes behind it waits for it in the end.
     */
    synchronized @Nullable TopicPartition slowest(Duration patience) {
        long now = nanos.getAsLong();
        return lines.entrySet().stream()
                .filter(line -> line.getValue().isOlderThan(patience, now))
                .map(line -> line.getKey().partition())
                .findFirst()
                .orElse(null);
    }

    /** Tells what is known, where nothing has ended for a while. */
    synchronized void tellAll() {
        lines.values().forEach(OffsetLine::tell);
        told = nanos.getAsLong();
    }

    /**
     * These go: what is known of them is told, and nothing of them after that.
     *
     * @throws IllegalStateException where a consumer that was given up is closed by another thread
     *     than its own: its container would try for ever to commit there
     */
    @Override
    public synchronized void onPartitionsRevokedBeforeCommit(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (gone.contains(consumer)) {
            forget(consumer, partitions);
            if (Thread.currentThread().equals(closer)) {
                throw new IllegalStateException("what this consumer had is not told any more");
            }
            return;
        }
        for (TopicPartition partition : partitions) {
            OffsetLine line = lines.get(new Held(consumer, partition));
            if (line != null) {
                line.tell();
            }
        }
        forget(consumer, partitions);
    }

    /** They are another's already, and so it is to tell of them. */
    @Override
    public synchronized void onPartitionsLost(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(consumer, partitions);
    }

    /** As if they had never been here, whatever was heard of their going. */
    @Override
    public synchronized void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(consumer, partitions);
    }

    private void forget(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            forget(new Held(consumer, partition));
        }
        if (left == 0) {
            tellAll();
        }
    }

    /**
     * All consumers have ended, but for some that take a while: nothing that these hand over still
     * is wanted, since what came to no end before is not known any more.
     */
    synchronized void forgetAll(Collection<? extends Consumer<?, ?>> ending) {
        gone.addAll(ending);
        List.copyOf(lines.keySet()).forEach(this::forget);
    }

    private void forget(Held held) {
        OffsetLine line = lines.remove(held);
        if (line != null) {
            left -= line.leave(intake);
        }
    }
}
