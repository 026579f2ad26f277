package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.casefile.CaseEvent;

import java.time.Instant;
import java.time.ZoneId;

/**
 * An event of a case as the rules see it. When it was recorded is not among it, so that a state
 * that was kept and one that was loaded again are equal.
 *
 * @param event what happened
 * @param eventId its id
 * @param sequence its place in the stream
 * @param occurredAt its place on the line; null: it stands at its record time, and nothing asks
 *     where
 * @param commandId the session or command that it came with
 * @param postedBy the account that posted it
 * @param recordedBy who recorded it
 * @param zone the service's zone, in which its days begin
 */
public record Recorded(
        CaseEvent event,
        EventId eventId,
        long sequence,
        @Nullable Instant occurredAt,
        CommandId commandId,
        String postedBy,
        Person recordedBy,
        ZoneId zone) {}
