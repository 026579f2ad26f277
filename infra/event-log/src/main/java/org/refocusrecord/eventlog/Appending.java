package org.refocusrecord.eventlog;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.correction.WordsErased;

import java.time.Instant;
import java.util.List;

/**
 * One command's events, to be recorded whole or not at all.
 *
 * @param stream the stream
 * @param nextSequence how many events the stream had when it was decided
 * @param lastEvent the last of them, if it is to be that one; null: nobody says
 * @param commandId the session or command
 * @param content its content in canonical form
 * @param postedBy the account
 * @param recordedBy the person
 * @param events the events in order
 * @param forgetting the words that are forgotten with it; only an erasure forgets any
 */
public record Appending(
        String stream,
        long nextSequence,
        @Nullable EventId lastEvent,
        CommandId commandId,
        String content,
        String postedBy,
        Person recordedBy,
        List<Pending> events,
        Forgetting forgetting) {

    public Appending {
        events = List.copyOf(events);
        if (isErasure(events) == forgetting instanceof Forgetting.Nothing) {
            throw new IllegalArgumentException(
                    "Words are forgotten with the event that says so, and with no other");
        }
    }

    /**
     * One that is decided on no more than how many events there were, and not on what they say:
     * whatever is the last of them will do. It forgets nothing.
     */
    public static Appending whateverCameLast(
            String stream,
            long nextSequence,
            CommandId commandId,
            String content,
            String postedBy,
            Person recordedBy,
            List<Pending> events) {
        return new Appending(
                stream,
                nextSequence,
                null,
                commandId,
                content,
                postedBy,
                recordedBy,
                events,
                new Forgetting.Nothing());
    }

    /** Whether an event of it says that words are forgotten. */
    boolean isErasure() {
        return isErasure(events);
    }

    private static boolean isErasure(List<Pending> events) {
        for (Pending pending : events) {
            if (pending.event() instanceof WordsErased) {
                return true;
            }
        }
        return false;
    }

    /** An event on its way into the log; without a place it stands at its record time. */
    public record Pending(EventId eventId, Event event, @Nullable Instant occurredAt) {}

    /** Without the content, which has no business in a log line. */
    @Override
    public String toString() {
        return "Appending[" + stream + ", " + commandId + ", " + events.size() + " events]";
    }
}
