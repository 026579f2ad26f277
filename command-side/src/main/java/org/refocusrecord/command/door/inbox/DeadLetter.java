package org.refocusrecord.command.door.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.kafka.TopicName;
import org.refocusrecord.web.problem.ProblemCode;
import org.springframework.kafka.support.KafkaHeaders;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A record that could not be read, as it lies among the dead letters.
 *
 * @param place partition and offset there
 * @param sent as it came, where it came from; of no topic where it does not say from which
 * @param cause the code of the first fault; empty where it names none that there is
 * @param bytesLeftBehind how many bytes its value had, where that stayed where it came from
 */
record DeadLetter(Place place, SentRecord sent, String cause, @Nullable Integer bytesLeftBehind) {

    private static final Set<String> OURS =
            Set.of(
                    KafkaHeaders.DLT_ORIGINAL_TOPIC,
                    KafkaHeaders.DLT_ORIGINAL_PARTITION,
                    KafkaHeaders.DLT_ORIGINAL_OFFSET,
                    KafkaHeaders.DLT_ORIGINAL_TIMESTAMP,
                    Origin.CAUSE,
                    DeadLetterTopic.LEFT_BEHIND);

    /** Where a dead letter lies, which is its id. */
    record Place(int partition, long offset) implements Comparable<Place> {

        /** The place of an id; null: it is none. */
        static @Nullable Place of(String id) {
            String[] parts = id.split("-", -1);
            try {
                return parts.length == 2
                        ? new Place((int) number(parts[0], 9), number(parts[1], 18))
                        : null;
            } catch (NumberFormatException notInForm) {
                return null;
            }
        }

        private static long number(String digits, int most) {
            if (digits.length() > most || !digits.matches("0|[1-9][0-9]*")) {
                throw new NumberFormatException();
            }
            return Long.parseLong(digits);
        }

        @Override
        public int compareTo(Place other) {
            int byPartition = Integer.compare(partition, other.partition);
            return byPartition == 0 ? Long.compare(offset, other.offset) : byPartition;
        }

        @Override
        public String toString() {
            return partition + "-" + offset;
        }
    }

    /** What is a sender's own: nobody else says where a record came from. */
    static List<Header> withoutOurs(List<Header> headers) {
        return headers.stream().filter(header -> !OURS.contains(header.key())).toList();
    }

    /** How many bytes its value has, wherever that lies. */
    int bytes() {
        return bytesLeftBehind == null ? SentRecord.length(sent.value()) : bytesLeftBehind;
    }

    /** Whether it is of this record, which lies where its own lay: time, key and size are its. */
    boolean isOf(SentRecord found) {
        return Objects.equals(found.sentAt(), sent.sentAt())
                && Arrays.equals(Origin.answered(found.key()), sent.key())
                && SentRecord.length(found.value()) == bytes();
    }

    /** Whether it says from where it came. */
    boolean isFromSomewhere() {
        return !sent.topic().isEmpty();
    }

    /**
     * One as it was read from there. Somebody else may have written it: what can be neither topic
     * nor code is not repeated.
     */
    static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        SentRecord lying = SentRecord.of(record);
        Headers headers = record.headers();
        SentRecord sent =
                new SentRecord(
                        lying.header(KafkaHeaders.DLT_ORIGINAL_TOPIC)
                                .filter(TopicName::is)
                                .orElse(""),
                        (int) number(headers, KafkaHeaders.DLT_ORIGINAL_PARTITION, Integer.BYTES),
                        number(headers, KafkaHeaders.DLT_ORIGINAL_OFFSET, Long.BYTES),
                        SentRecord.time(
                                number(headers, KafkaHeaders.DLT_ORIGINAL_TIMESTAMP, Long.BYTES)),
                        lying.key(),
                        lying.value(),
                        withoutOurs(lying.headers()));
        return new DeadLetter(
                new Place(lying.partition(), lying.offset()),
                sent,
                lying.header(Origin.CAUSE).filter(ProblemCode::isCode).orElse(""),
                lying.header(DeadLetterTopic.LEFT_BEHIND)
                        .filter(bytes -> bytes.matches("[0-9]{1,9}"))
                        .map(Integer::valueOf)
                        .orElse(null));
    }

    private static long number(Headers headers, String name, int bytes) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null || header.value().length != bytes) {
            return -1;
        }
        ByteBuffer value = ByteBuffer.wrap(header.value());
        return bytes == Integer.BYTES ? value.getInt() : value.getLong();
    }
}
