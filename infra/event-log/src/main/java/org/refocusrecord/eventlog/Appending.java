package org.refocusrecord.eventlog;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;

import java.time.Instant;
import java.util.List;

/**
 * One command's events, to be recorded whole or not at all.
 *
 * @param stream the stream
 * @param nextSequence how many events the stream had when it was decided
 * @param commandId the session or command
 * @param content its content in canonical form
 * @param postedBy the account
 * @param recordedBy the person
 * @param events the events in order
 */
public record Appending(
        String stream,
        long nextSequence,
        CommandId commandId,
        String content,
        String postedBy,
        Person recordedBy,
        List<Pending> events) {

    /** An event on its way into the log; without a place it stands at its record time. */
    public record Pending(EventId eventId, Event event, @Nullable Instant occurredAt) {}

    /** Without the content, which has no business in a log line. */
    @Override
    public String toString() {
        return "Appending[" + stream + ", " + commandId + ", " + events.size() + " events]";
    }
}
