package org.refocusrecord.query.history;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;

import java.time.Instant;

/**
 * Where something in a view came from.
 *
 * @param eventId the event in the log
 * @param entryId the entry; of a session's header the session, of any other command the command
 * @param position its place in the log
 * @param recordedBy who recorded it
 * @param occurredAt its place on the line, where it now stands
 * @param recordedAt when it was recorded
 * @param sessionId the session that it came in, if it came in one
 */
public record Evidence(
        EventId eventId,
        AnyId entryId,
        long position,
        Person recordedBy,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable CommandId sessionId) {

    /** Of something that was said of the record: it stands where it was recorded. */
    public static Evidence remark(RecordedEvent recorded) {
        return new Evidence(
                recorded.eventId(),
                new AnyId(recorded.commandId().value()),
                recorded.position(),
                recorded.recordedBy(),
                recorded.recordedAt(),
                recorded.recordedAt(),
                null);
    }

    /** The one that was recorded later. */
    public Evidence later(Evidence other) {
        return other.position > position ? other : this;
    }
}
