package org.refocusrecord.command.door.inbox;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.AcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.support.Acknowledgment;

import java.util.Objects;

/**
 * Takes records from the topic. Those of one key are handled one after the other, others side by
 * side, so that they share the log's transactions. What is in memory is bounded, and while the
 * database or a broker is away the partitions stand still and this consumer stays in its group.
 *
 * <p>Where the program fails so badly that a record comes to no end, as where its memory is at an
 * end, nothing behind it is begun, and the consumers begin anew where all had ended.
 */
final class SessionInbox implements AcknowledgingConsumerAwareMessageListener<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(SessionInbox.class);

    private final RecordHandling handling;
    private final Lanes lanes;
    private final Offsets offsets;
    private final Failures failures;

    SessionInbox(RecordHandling handling, Lanes lanes, Offsets offsets, Failures failures) {
        this.handling = handling;
        this.lanes = lanes;
        this.offsets = offsets;
        this.failures = failures;
    }

    @Override
    public void onMessage(
            ConsumerRecord<byte[], byte[]> read,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer) {
        SentRecord sent = SentRecord.of(read);
        TopicPartition partition = new TopicPartition(read.topic(), read.partition());
        Offsets.Taken taken =
                offsets.taken(
                        Objects.requireNonNull(consumer),
                        partition,
                        Math.max(0, read.serializedValueSize()),
                        acknowledgment);
        try {
            lanes.submit(
                    sent.key() == null ? partition : sent.keyText(),
                    () -> {
                        Runnable outcome = handled(sent, taken);
                        return () -> end(sent, outcome, taken);
                    });
        } catch (RuntimeException | Error notBegun) {
            failed(sent, taken, notBegun);
            offsets.over(taken);
        }
    }

    /** Nobody behind it waits for its outcome; its offset does. */
    private Runnable handled(SentRecord sent, Offsets.Taken taken) {
        try {
            if (!offsets.isWanted(taken)) {
                throw new Perseverance.Closed();
            }
            return failures.isHopeless(sent) ? handling.givenUp(sent) : handling.arrived(sent);
        } catch (RuntimeException | Error failed) {
            // Before the next of its case has its turn.
            offsets.failed(taken);
            return () -> {
                throw failed;
            };
        }
    }

    private void end(SentRecord sent, Runnable outcome, Offsets.Taken taken) {
        try {
            outcome.run();
            offsets.ended(taken);
        } catch (Perseverance.Closed over) {
            LOG.debug("it comes again", over);
        } catch (RuntimeException | Error failed) {
            failed(sent, taken, failed);
        } finally {
            offsets.over(taken);
        }
    }

    private void failed(SentRecord sent, Offsets.Taken taken, Throwable how) {
        offsets.failed(taken);
        failures.add(sent);
        LOG.error("{} came to no end, and comes again: {}", sent, how.getClass().getName());
    }
}
