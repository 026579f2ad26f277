package org.refocusrecord.command;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.Forgetting;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Person;

import java.time.Instant;

/**
 * An event that was decided and is not yet recorded.
 *
 * @param event what happened
 * @param occurredAt its place on the line; null: it stands at its record time
 * @param recordedBy who records it
 * @param forgetting the words that are forgotten with it
 */
public record Decided(
        Event event, @Nullable Instant occurredAt, Person recordedBy, Forgetting forgetting) {

    /** One that takes no words with it. */
    public Decided(Event event, @Nullable Instant occurredAt, Person recordedBy) {
        this(event, occurredAt, recordedBy, new Forgetting.Nothing());
    }
}
