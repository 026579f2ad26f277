package org.refocusrecord.command.door.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.AcknowledgingMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Takes records from the topic. Those of one key are handled one after the other, others side by
 * side, so that they share the log's transactions. No more are taken before all that were have come
 * to their end: what is in memory is bounded, and while the database or a broker is away the
 * partitions stand still and this consumer stays in its group.
 */
final class SessionInbox implements AcknowledgingMessageListener<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(SessionInbox.class);

    private final Handling handling;
    private final Lanes lanes;
    private final Offsets offsets = new Offsets();

    SessionInbox(Handling handling, Lanes lanes) {
        this.handling = handling;
        this.lanes = lanes;
    }

    @Override
    public void onMessage(
            ConsumerRecord<byte[], byte[]> read, @Nullable Acknowledgment acknowledgment) {
        SentRecord sent = SentRecord.of(read);
        Object lane = sent.key() == null ? read.topic() + "-" + read.partition() : sent.keyText();
        offsets.taken();
        lanes.submit(lane, () -> handle(sent, acknowledgment));
    }

    /** Nobody behind it waits for its outcome; its offset does. */
    private Runnable handle(SentRecord sent, @Nullable Acknowledgment acknowledgment) {
        try {
            Runnable outcome = handling.arrived(sent);
            return () -> end(outcome, acknowledgment);
        } catch (Handling.Closed over) {
            LOG.debug("it comes again", over);
            return () -> {};
        }
    }

    private void end(Runnable outcome, @Nullable Acknowledgment acknowledgment) {
        try {
            outcome.run();
        } catch (Handling.Closed over) {
            LOG.debug("it comes again", over);
            return;
        }
        offsets.ended(acknowledgment);
    }
}
