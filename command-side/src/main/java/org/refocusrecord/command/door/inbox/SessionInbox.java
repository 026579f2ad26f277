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

    SessionInbox(Handling handling, Lanes lanes) {
        this.handling = handling;
        this.lanes = lanes;
    }

    @Override
    public void onMessage(
            ConsumerRecord<byte[], byte[]> read, @Nullable Acknowledgment acknowledgment) {
        SentRecord sent = SentRecord.of(read);
        Object lane = sent.key() == null ? read.topic() + "-" + read.partition() : sent.keyText();
        lanes.submit(lane, () -> handle(handling, sent, acknowledgment));
    }

    /** Nobody behind it waits for its outcome; its offset does. */
    private static Runnable handle(
            Handling handling, SentRecord sent, @Nullable Acknowledgment acknowledgment) {
        try {
            Runnable outcome = handling.arrived(sent);
            return () -> end(sent, outcome, acknowledgment);
        } catch (Handling.Closed over) {
            LOG.debug("it comes again", over);
            return () -> {};
        }
    }

    private static void end(
            SentRecord sent, Runnable outcome, @Nullable Acknowledgment acknowledgment) {
        try {
            outcome.run();
        } catch (Handling.Closed over) {
            LOG.debug("it comes again", over);
            return;
        }
        try {
            if (acknowledgment != null) {
                acknowledgment.acknowledge();
            }
        } catch (IllegalStateException stale) {
            // Its partition has gone to another consumer, who finds what was recorded.
            LOG.debug("{} is another's now", sent, stale);
        }
    }
}
