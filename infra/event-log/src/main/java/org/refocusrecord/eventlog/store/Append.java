package org.refocusrecord.eventlog.store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One command's events, all of one stream, to be recorded whole or not at all. {@code nextSequence}
 * is the number of events that the stream had when the command was decided.
 *
 * @param lastEvent the last of them, if it is to be that one; null: nobody says
 */
public record Append(
        UUID commandId,
        ContentGuard guard,
        String stream,
        long nextSequence,
        @Nullable UUID lastEvent,
        String postedBy,
        String recordedBy,
        List<NewRow> rows,
        @Nullable UsedKey key,
        Erasure erasure) {
    /** What is reckoned for all else that goes with an event: its columns and its wrapped key. */
    private static final int RECKONED_BESIDE_A_PAYLOAD = 900;

    public Append {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("A command has at least one event");
        }
        for (NewRow row : rows) {
            if (row.isFinerThanTheLog()) {
                throw new IllegalArgumentException("The log keeps microseconds, nothing finer");
            }
            if (key == null && row.wrappedDataKey() != null) {
                throw new IllegalArgumentException("A data key needs the record key that wraps it");
            }
        }
        if (!erasure.isNothing() && rows.size() > 1) {
            throw new IllegalArgumentException("An erasure says one thing and no more");
        }
    }

    /** Whether it destroys keys. */
    boolean isErasing() {
        return !erasure.isNothing();
    }

    /** About how much it takes up on its way to the database. */
    int bytes() {
        int bytes = 0;
        for (NewRow row : rows) {
            bytes += row.payload().length + RECKONED_BESIDE_A_PAYLOAD;
        }
        return bytes;
    }

    /** The row that an event of this command became. */
    public StoredRow stored(int index, long firstPosition, Instant recordedAt, byte[] leafHash) {
        NewRow row = rows.get(index);
        return new StoredRow(
                firstPosition + index,
                stream,
                nextSequence + index,
                row.eventId(),
                row.type(),
                row.revision(),
                row.occurredAt() == null ? recordedAt : row.occurredAt(),
                recordedAt,
                postedBy,
                recordedBy,
                commandId,
                row.payload(),
                leafHash,
                index == 0 ? guard : null);
    }
}
