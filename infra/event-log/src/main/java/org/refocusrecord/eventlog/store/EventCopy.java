package org.refocusrecord.eventlog.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A command's events as COPY takes them in, in the binary format. Written by the caller before it
 * waits; position, record time and the hash that is made over it have fixed places, and are filled
 * in under the log's lock.
 */
final class EventCopy {
    /** The columns, those that the log gives first. */
    static final String COPY =
            """
            copy refocus_log.event (position, recorded_at, occurred_at, leaf_hash, sequence, revision,
                event_id, command_id, stream, type, posted_by, recorded_by, content_mac,
                content_mac_key, payload) from stdin (format binary)
            """;

    /** What stands before the first row: a signature, flags, the length of an extension. */
    static final byte[] BEGINNING = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    /** What stands behind the last. */
    static final byte[] END = {-1, -1};

    private static final int COLUMNS = 15;
    private static final Instant NOT_YET = Instant.EPOCH;
    private static final int HASH_BYTES = 32;

    private final Append append;
    private final List<LeafBytes> leaves = new ArrayList<>();
    private final int[] rows;
    private final BinaryWriter out;

    EventCopy(Append append) {
        this.append = append;
        this.rows = new int[append.rows().size()];
        this.out = new BinaryWriter(append.bytes());
        for (int index = 0; index < rows.length; index++) {
            rows[index] = out.length();
            leaves.add(LeafBytes.of(append, index));
            write(index, append.rows().get(index));
        }
    }

    private void write(int index, NewRow row) {
        UUID macKey = index == 0 ? append.guard().recordKey() : null;
        out.int16(COLUMNS)
                .bigint(0)
                .timestamptz(NOT_YET)
                .timestamptz(row.occurredAt() == null ? NOT_YET : row.occurredAt())
                .bytea(new byte[HASH_BYTES])
                .bigint(append.nextSequence() + index)
                .integer(row.revision())
                .uuid(row.eventId())
                .uuid(append.commandId())
                .text(append.stream())
                .text(row.type())
                .text(append.postedBy())
                .text(append.recordedBy())
                .bytea(index == 0 ? append.guard().mac() : null)
                .uuid(macKey)
                .bytea(row.payload());
    }

    /** Fills in what the log gives; the rows that the events then are. */
    List<StoredRow> stamped(long firstPosition, Instant recordedAt, byte[] stamp) {
        List<StoredRow> stored = new ArrayList<>(rows.length);
        for (int index = 0; index < rows.length; index++) {
            byte[] hash = leaves.get(index).hash(stamp);
            BinaryWriter.Place place = out.at(rows[index] + Short.BYTES);
            place.bigint(firstPosition + index).timestamptz(recordedAt);
            if (append.rows().get(index).occurredAt() == null) {
                place.timestamptz(recordedAt);
            } else {
                place.skip(Long.BYTES);
            }
            place.bytea(hash);
            stored.add(append.stored(index, firstPosition, recordedAt, hash));
        }
        return stored;
    }

    /** How many bytes the rows are. */
    int length() {
        return out.length();
    }

    void addTo(BinaryWriter target) {
        target.all(out);
    }
}
