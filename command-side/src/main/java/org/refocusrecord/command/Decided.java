package org.refocusrecord.command;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Person;

import java.time.Instant;

/**
 * An event that was decided and is not yet recorded.
 *
 * @param event what happened
 * @param occurredAt its place on the line; null: it stands at its record time
 * @param recordedBy who records it
 */
public record Decided(Event event, @Nullable Instant occurredAt, Person recordedBy) {}
