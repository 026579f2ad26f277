package org.refocusrecord.command.door.inbox;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The headers that say where a record came from, under the names that Spring gives dead letters
 * too.
 */
final class Origin {

    /** The code of the first fault of what cannot be read. */
    static final String CAUSE = "refocus_cause";

    private static final String OF_EVENT = "ce_correlationid";

    /** Names under which systems send an id that their answers are to bear. */
    private static final Set<String> CORRELATION =
            Set.of(
                    "correlation-id",
                    "correlationid",
                    "correlation_id",
                    "x-correlation-id",
                    "kafka_correlationid",
                    OF_EVENT,
                    "traceparent",
                    "tracestate");

    /** Of a key or a correlation id: what is longer was meant to be something else. */
    private static final int LONGEST = 4 << 10;

    private Origin() {}

    /** The key under which a sender is answered; none where his own is far too long for one. */
    static byte @Nullable [] answered(byte @Nullable [] key) {
        return key == null || key.length > LONGEST ? null : key;
    }

    static List<Header> of(SentRecord sent) {
        long stamp = sent.sentAt() == null ? -1 : sent.sentAt().toEpochMilli();
        return List.of(
                new RecordHeader(
                        KafkaHeaders.DLT_ORIGINAL_TOPIC,
                        sent.topic().getBytes(StandardCharsets.UTF_8)),
                new RecordHeader(
                        KafkaHeaders.DLT_ORIGINAL_PARTITION,
                        ByteBuffer.allocate(Integer.BYTES).putInt(sent.partition()).array()),
                new RecordHeader(
                        KafkaHeaders.DLT_ORIGINAL_OFFSET,
                        ByteBuffer.allocate(Long.BYTES).putLong(sent.offset()).array()),
                new RecordHeader(
                        KafkaHeaders.DLT_ORIGINAL_TIMESTAMP,
                        ByteBuffer.allocate(Long.BYTES).putLong(stamp).array()));
    }

    /**
     * By what the sender knows the answer, as it was sent: the last of each name that is not far
     * too long for that. So an answer can always be told.
     */
    static List<Header> correlation(SentRecord sent, @Nullable String within) {
        Map<String, Header> last = new LinkedHashMap<>();
        for (Header header : sent.headers()) {
            String name = header.key().toLowerCase(Locale.ROOT);
            if (isShort(header) && CORRELATION.contains(name)) {
                last.put(name, header);
            }
        }
        Header ofEvent = within == null ? null : SentRecord.header(OF_EVENT, within);
        if (ofEvent != null && isShort(ofEvent)) {
            last.put(OF_EVENT, ofEvent);
        }
        return List.copyOf(last.values());
    }

    private static boolean isShort(Header header) {
        return header.value() == null || header.value().length <= LONGEST;
    }
}
