package org.refocusrecord.eventlog.seal;

import org.refocusrecord.eventlog.store.LeafText;
import org.refocusrecord.eventlog.store.RawRow;
import org.refocusrecord.eventlog.store.StoredRow;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** What an audit makes of a row of the log. */
sealed interface AuditedRow {

    /** Where it stands. */
    long position();

    /** What somebody wrote past every check, and may be anything. */
    record NoEvent(long position) implements AuditedRow {}

    /**
     * An event, and its leaf's hash as it was made anew.
     *
     * @param hasMac whether a content MAC stands beside it
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by hand.
    record Leaf(
            long position,
            UUID eventId,
            UUID commandId,
            Instant recordedAt,
            byte[] hash,
            byte[] storedHash,
            boolean hasMac)
            implements AuditedRow {

        boolean isAsHashed() {
            return Arrays.equals(hash, storedHash);
        }

        /** Something that is wrong with this event. */
        DoesNotFit misfit(String what) {
            return new DoesNotFit(position, "event %s: %s".formatted(eventId, what));
        }
    }

    /** Of a row as it came. To make leaves is the most work of an audit. */
    static AuditedRow of(RawRow raw) {
        try {
            StoredRow row = raw.row();
            return new Leaf(
                    row.position(),
                    row.eventId(),
                    row.commandId(),
                    row.recordedAt(),
                    LeafText.hash(LeafText.leaf(row)),
                    row.leafHash(),
                    row.guard() != null);
        } catch (RuntimeException unreadable) {
            return new NoEvent(raw.position());
        }
    }
}
