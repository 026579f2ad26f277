package org.refocusrecord.eventlog.store;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.json.TimeText;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A leaf's text as it is known before the event has its record time: what goes before the first
 * instant that the log gives, what goes between the two where the log gives both, and the rest.
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record LeafBytes(byte[] beginning, byte @Nullable [] middle, byte[] end) {

    /** Of a command's event. */
    static LeafBytes of(Append append, int index) {
        LeafText leaf = LeafText.of(append, index);
        Instant occurredAt = append.rows().get(index).occurredAt();
        byte[] end = bytes(leaf.toEnd());
        return occurredAt == null
                ? new LeafBytes(bytes(leaf.toOccurredAt()), bytes(leaf.toRecordedAt()), end)
                : new LeafBytes(
                        bytes(leaf.toOccurredAt() + TimeText.of(occurredAt) + leaf.toRecordedAt()),
                        null,
                        end);
    }

    /** The hash of the leaf, stamped with a record time. */
    byte[] hash(byte[] recordedAt) {
        return middle == null
                ? Sha256.ofLeaf(beginning, recordedAt, end)
                : Sha256.ofLeaf(beginning, recordedAt, middle, recordedAt, end);
    }

    /** The form in which a record time stands in a leaf. */
    static byte[] stamp(Instant recordedAt) {
        return bytes(TimeText.of(recordedAt));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
