package org.refocusrecord.eventlog.store;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.json.CanonicalWriter;
import org.refocusrecord.eventlog.json.TimeText;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The text of an event that the seal is made over: canonical JSON after RFC 8785, whose members
 * stand in the order of their names. Record time is stamped under the log's lock, when everything
 * else has long been known; its text is of one length, so that it has its place before it is known.
 *
 * @param bytes the text
 * @param occurredAt where the record time belongs as the event's place too; -1 where the event has
 *     a place of its own
 * @param recordedAt where the record time belongs
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record LeafBytes(byte[] bytes, int occurredAt, int recordedAt) {
    private static final String NOT_YET = "0000-00-00T00:00:00.000000Z";
    private static final int LENGTH = NOT_YET.length();
    private static final int OWN = -1;

    /**
     * Of an event that is to be recorded; {@code index} is its place among the command's events.
     */
    static LeafBytes of(Append append, int index) {
        NewRow row = append.rows().get(index);
        return leaf(
                append.commandId(),
                row.eventId(),
                row.occurredAt(),
                row.payload(),
                append.postedBy(),
                null,
                append.recordedBy(),
                row.revision(),
                append.nextSequence() + index,
                append.stream(),
                row.type());
    }

    /** Of an event as it lies in the log: nothing is left to be stamped. */
    static LeafBytes of(StoredRow row) {
        return leaf(
                row.commandId(),
                row.eventId(),
                row.occurredAt(),
                row.payload(),
                row.postedBy(),
                row.recordedAt(),
                row.recordedBy(),
                row.revision(),
                row.sequence(),
                row.stream(),
                row.type());
    }

    // Eleven things one by one: this is too much to be inlined where it is called, so that a record
    // to take them was made for each event, 64 bytes and more.
    private static LeafBytes leaf(
            UUID commandId,
            UUID eventId,
            @Nullable Instant occurredAt,
            byte[] payload,
            String postedBy,
            @Nullable Instant recordedAt,
            String recordedBy,
            int revision,
            long sequence,
            String stream,
            String type) {
        CanonicalWriter out = new CanonicalWriter().startObject();
        out.name("commandId").text(commandId.toString());
        out.name("eventId").text(eventId.toString());
        out.name("occurredAt").text(moment(occurredAt));
        int occurred = lastText(out);
        out.name("payloadSha256").text(HexFormat.of().formatHex(Sha256.of(payload)));
        out.name("postedBy").text(postedBy);
        out.name("recordedAt").text(moment(recordedAt));
        int recorded = lastText(out);
        out.name("recordedBy").text(recordedBy);
        out.name("revision").number(revision);
        out.name("sequence").number(sequence);
        out.name("stream").text(stream);
        out.name("type").text(type);
        return new LeafBytes(
                out.endObject().toBytes(), occurredAt == null ? occurred : OWN, recorded);
    }

    private static String moment(@Nullable Instant known) {
        return known == null ? NOT_YET : TimeText.of(known);
    }

    /** Where a moment begins that was written last, in quotes. */
    private static int lastText(CanonicalWriter out) {
        return out.length() - 1 - LENGTH;
    }

    /** Puts the record time where it belongs; the hash of the leaf. */
    byte[] hash(byte[] stamp) {
        System.arraycopy(stamp, 0, bytes, recordedAt, LENGTH);
        if (occurredAt != OWN) {
            System.arraycopy(stamp, 0, bytes, occurredAt, LENGTH);
        }
        return Sha256.ofLeaf(bytes);
    }

    /** What goes before the first record time. */
    byte[] beginning() {
        return Arrays.copyOf(bytes, occurredAt == OWN ? recordedAt : occurredAt);
    }

    /** What goes between the two; null where there is one. */
    byte @Nullable [] middle() {
        return occurredAt == OWN
                ? null
                : Arrays.copyOfRange(bytes, occurredAt + LENGTH, recordedAt);
    }

    /** What goes behind the last. */
    byte[] end() {
        return Arrays.copyOfRange(bytes, recordedAt + LENGTH, bytes.length);
    }

    /** The form in which a record time stands in a leaf. */
    static byte[] stamp(Instant recordedAt) {
        return TimeText.of(recordedAt).getBytes(StandardCharsets.US_ASCII);
    }
}
