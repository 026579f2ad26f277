package org.refocusrecord.command.door.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A record as it came, and where it stands.
 *
 * @param sentAt the record's own time; null where it has none
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on as it came, never compared.
record SentRecord(
        String topic,
        int partition,
        long offset,
        @Nullable Instant sentAt,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<Header> headers) {

    /** Of the year 9999. */
    private static final long LAST_MILLISECOND = 253_402_300_799_999L;

    static SentRecord of(ConsumerRecord<byte[], byte[]> read) {
        return new SentRecord(
                read.topic(),
                read.partition(),
                read.offset(),
                time(read.timestamp()),
                read.key(),
                read.value(),
                Arrays.asList(read.headers().toArray()));
    }

    /**
     * The time of a record's stamp, in milliseconds; null: it has none, or one that no clock has
     * shown. Some brokers take any number, as of nanoseconds, and no database does.
     */
    static @Nullable Instant time(long stamp) {
        return stamp < 0 || stamp > LAST_MILLISECOND ? null : Instant.ofEpochMilli(stamp);
    }

    /** How many bytes it has, wherever they are in it. */
    int bytes() {
        int bytes = length(key) + length(value);
        for (Header header : headers) {
            bytes += header.key().length() + length(header.value());
        }
        return bytes;
    }

    /** How many bytes a key or a value has. */
    static int length(byte @Nullable [] part) {
        return part == null ? 0 : part.length;
    }

    /** The last header of a name, as text. */
    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.key().equals(name) && header.value() != null)
                .reduce((_, last) -> last)
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    /** The key as text; empty where there is none. */
    String keyText() {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }

    static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Without what somebody has written. */
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
