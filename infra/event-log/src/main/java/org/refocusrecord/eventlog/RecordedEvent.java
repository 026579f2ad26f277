package org.refocusrecord.eventlog;

import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;

import java.time.Instant;

/**
 * An event as it stands in the log.
 *
 * @param eventId its id, made by the log
 * @param stream the id of its stream, {@code case/<uuid>} and the like
 * @param sequence its place in the stream, from 0
 * @param position its place in the whole log, from 1, without gaps
 * @param occurredAt its place on the line of time: when it happened, as the caller said
 * @param recordedAt when it was recorded, by the log's own clock, which never goes back
 * @param postedBy the account that posted it
 * @param recordedBy the person who recorded it
 * @param commandId the session or command that it came with
 * @param event what happened
 */
public record RecordedEvent(
        EventId eventId,
        String stream,
        long sequence,
        long position,
        Instant occurredAt,
        Instant recordedAt,
        String postedBy,
        Person recordedBy,
        CommandId commandId,
        Event event)
        implements Logged {}
