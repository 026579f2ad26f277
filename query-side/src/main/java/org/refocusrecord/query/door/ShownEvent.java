package org.refocusrecord.query.door;

import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.query.history.CaseHistory;

import java.time.Instant;

/** One event, as it is stored but for its texts. */
record ShownEvent(
        EventId eventId,
        String type,
        int revision,
        long sequence,
        long position,
        Instant occurredAt,
        Instant recordedAt,
        String postedBy,
        Person recordedBy,
        CommandId commandId,
        Event payload) {

    static ShownEvent of(RecordedEvent event, CaseHistory history) {
        EventShape shape = EventShape.of(event.event());
        return new ShownEvent(
                event.eventId(),
                shape.name().name(),
                shape.name().revision(),
                event.sequence(),
                event.position(),
                event.occurredAt(),
                event.recordedAt(),
                event.postedBy(),
                event.recordedBy(),
                event.commandId(),
                history.shown(event));
    }
}
