package org.refocusrecord.command.door.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.AcknowledgingMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Takes records from the topic. Those of one key are handled one after the other, others side by
 * side, so that they share the log's transactions. What is in memory is bounded, and while the
 * database or a broker is away the partitions stand still and this consumer stays in its group.
 */
final class SessionInbox implements AcknowledgingMessageListener<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(SessionInbox.class);

    private final Handling handling;
    private final Lanes lanes;
    private final Offsets offsets;
    private final Intake intake;

    SessionInbox(Handling handling, Lanes lanes, Offsets offsets, Intake intake) {
        this.handling = handling;
        this.lanes = lanes;
        this.offsets = offsets;
        this.intake = intake;
    }

    @Override
    public void onMessage(
            ConsumerRecord<byte[], byte[]> read, @Nullable Acknowledgment acknowledgment) {
        SentRecord sent = SentRecord.of(read);
        TopicPartition partition = new TopicPartition(read.topic(), read.partition());
        Offsets.Taken taken = offsets.taken(partition, acknowledgment);
        intake.taken();
        lanes.submit(
                sent.key() == null ? partition : sent.keyText(),
                () -> {
                    Runnable outcome = handled(sent);
                    return () -> end(sent, outcome, taken);
                });
    }

    /** Nobody behind it waits for its outcome; its offset does. */
    private Runnable handled(SentRecord sent) {
        try {
            return handling.arrived(sent);
        } catch (RuntimeException | Error failed) {
            return () -> {
                throw failed;
            };
        }
    }

    private void end(SentRecord sent, Runnable outcome, Offsets.Taken taken) {
        try {
            outcome.run();
            offsets.ended(taken);
        } catch (Handling.Closed over) {
            LOG.debug("it comes again", over);
        } catch (RuntimeException | Error failed) {
            LOG.error("{} came to no end, and comes again: {}", sent, failed.getClass().getName());
            intake.breakOff();
        } finally {
            intake.ended();
        }
    }
}
