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
        int bytes = sent.bytes();
        Consumer<?, ?> by = Objects.requireNonNull(consumer);
        // There is room for a turn before the record is taken: where there is none it was not.
        Turn turn = new Turn(sent, offsets.taken(by, partition, bytes, acknowledgment));
        try {
            lanes.submit(sent.key() == null ? partition : sent.keyText(), turn);
        } catch (RuntimeException | Error notKept) {
            turn.notBegun(notKept);
        }
    }

    /**
     * A record in its turn. Made before it is begun: where memory is at an end, whoever has to say
     * so may have none.
     */
    private final class Turn implements Lanes.Turn {
        private final SentRecord sent;
        private final Offsets.Taken taken;
        private @Nullable Runnable outcome;

        Turn(SentRecord sent, Offsets.Taken taken) {
            this.sent = sent;
            this.taken = taken;
        }

        /** Nobody behind it waits for its outcome; its offset does. */
        @Override
        public void take() {
            try {
                if (offsets.isWanted(taken)) {
                    outcome =
                            failures.isHopeless(sent)
                                    ? handling.givenUp(sent)
                                    : handling.arrived(sent);
                }
            } catch (RuntimeException | Error failed) {
                // Before the next of its case has its turn.
                cameToNoEnd(failed);
            }
        }

        @Override
        public void rest() {
            try {
                if (outcome != null) {
                    outcome.run();
                    offsets.ended(taken);
                    failures.forget(sent);
                }
            } catch (RuntimeException | Error failed) {
                cameToNoEnd(failed);
            } finally {
                offsets.over(taken);
            }
        }

        @Override
        public void notBegun(Throwable why) {
            try {
                cameToNoEnd(why);
            } finally {
                offsets.over(taken);
            }
        }

        private void cameToNoEnd(Throwable how) {
            offsets.failed(taken);
            if (how instanceof Perseverance.Closed) {
                LOG.debug("it comes again", how);
                return;
            }
            failures.add(sent);
            LOG.error("{} came to no end, and comes again: {}", sent, how.getClass().getName());
        }
    }
}
