package org.refocusrecord.command.door.inbox;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.Acknowledgment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Which records have come to their end. Kafka is told of many at a time, since each time it is told
 * costs the brokers a write: when none is left, or when it was not told for a while.
 */
final class Offsets {

    private static final Logger LOG = LoggerFactory.getLogger(Offsets.class);
    private static final long A_WHILE = Duration.ofMillis(200).toNanos();

    private List<Acknowledgment> ended = new ArrayList<>();
    private int left;
    private long told = System.nanoTime();

    /** One more was taken. */
    synchronized void taken() {
        left++;
    }

    /** One of those that were taken has come to its end. */
    void ended(@Nullable Acknowledgment acknowledgment) {
        due(acknowledgment).forEach(Offsets::acknowledge);
    }

    private synchronized List<Acknowledgment> due(@Nullable Acknowledgment acknowledgment) {
        left--;
        if (acknowledgment != null) {
            ended.add(acknowledgment);
        }
        if (left > 0 && System.nanoTime() - told < A_WHILE) {
            return List.of();
        }
        List<Acknowledgment> due = ended;
        ended = new ArrayList<>();
        told = System.nanoTime();
        return due;
    }

    private static void acknowledge(Acknowledgment acknowledgment) {
        try {
            acknowledgment.acknowledge();
        } catch (IllegalStateException stale) {
            // Its partition has gone to another consumer, who finds what was recorded.
            LOG.debug("a partition is another's now", stale);
        }
    }
}
