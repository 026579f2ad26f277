package org.refocusrecord.eventlog.store;

import org.refocusrecord.eventlog.json.CanonicalWriter;
import org.refocusrecord.eventlog.json.TimeText;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The text of an event that the seal is made over, in three pieces between which its two instants
 * go: the log stamps record time under its lock, when everything else has long been known. The
 * pieces joined are canonical JSON after RFC 8785; the members stand in the order of their names.
 */
public record LeafText(String toOccurredAt, String toRecordedAt, String toEnd) {
    /**
     * Of an event that is to be recorded; {@code index} is its place among the command's events.
     */
    public static LeafText of(Append append, int index) {
        NewRow row = append.rows().get(index);
        long sequence = append.nextSequence() + index;
        return new LeafText(
                beginning(append.commandId(), row.eventId()),
                middle(row.payload(), append.postedBy()),
                end(append.recordedBy(), row.revision())
                        + place(sequence, append.stream(), row.type()));
    }

    /** Of an event as it lies in the log. */
    public static LeafText of(StoredRow row) {
        return new LeafText(
                beginning(row.commandId(), row.eventId()),
                middle(row.payload(), row.postedBy()),
                end(row.recordedBy(), row.revision())
                        + place(row.sequence(), row.stream(), row.type()));
    }

    /** The whole leaf of an event as it lies in the log. */
    public static String leaf(StoredRow row) {
        return of(row).with(row.occurredAt(), row.recordedAt());
    }

    /** The hash of a leaf in the log's Merkle tree. */
    public static byte[] hash(String leaf) {
        return Sha256.ofLeaf(leaf.getBytes(StandardCharsets.UTF_8));
    }

    /** The whole leaf. */
    public String with(Instant occurredAt, Instant recordedAt) {
        return toOccurredAt
                + TimeText.of(occurredAt)
                + toRecordedAt
                + TimeText.of(recordedAt)
                + toEnd;
    }

    private static String json(String text) {
        return new String(new CanonicalWriter().text(text).toBytes(), StandardCharsets.UTF_8);
    }

    private static String beginning(UUID commandId, UUID eventId) {
        return "{\"commandId\":\""
                + commandId
                + "\",\"eventId\":\""
                + eventId
                + "\",\"occurredAt\":\"";
    }

    private static String middle(byte[] payload, String postedBy) {
        return "\",\"payloadSha256\":\""
                + HexFormat.of().formatHex(Sha256.of(payload))
                + "\",\"postedBy\":"
                + json(postedBy)
                + ",\"recordedAt\":\"";
    }

    private static String end(String recordedBy, int revision) {
        return "\",\"recordedBy\":" + json(recordedBy) + ",\"revision\":" + revision;
    }

    private static String place(long sequence, String stream, String type) {
        return ",\"sequence\":"
                + sequence
                + ",\"stream\":"
                + json(stream)
                + ",\"type\":"
                + json(type)
                + "}";
    }
}
