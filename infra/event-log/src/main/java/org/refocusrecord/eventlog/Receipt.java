package org.refocusrecord.eventlog;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventId;

import java.time.Instant;
import java.util.List;

/**
 * What the log says of a command that it has recorded: the same for ever.
 *
 * @param stream the stream
 * @param commandId the session or command
 * @param version how many events the stream has with it
 * @param recordedAt when it was recorded
 * @param position the position of its last event
 * @param postedBy the account that posted it
 * @param lines its events in order
 */
public record Receipt(
        String stream,
        CommandId commandId,
        long version,
        Instant recordedAt,
        long position,
        String postedBy,
        List<Line> lines) {

    /**
     * One event of a receipt.
     *
     * @param entryId the entry; null on what is no entry
     * @param leafHash lower-case hex
     */
    public record Line(
            EventId eventId,
            @Nullable EntryId entryId,
            String type,
            int revision,
            long sequence,
            long position,
            String leafHash) {}

    /** Whether it is of a session; else of another command. */
    public boolean isOfSession() {
        return lines.getFirst().type().equals("session.held");
    }
}
