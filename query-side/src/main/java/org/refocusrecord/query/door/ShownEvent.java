package org.refocusrecord.query.door;

import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.query.history.CaseHistory;

import java.time.Instant;
import java.util.Map;

/**
 * One event, as it is stored but for its texts.
 *
 * @param payload an {@code Event}, or the payload of an earlier form
 */
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
        Object payload) {

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

    /** The same where the present form is not the one that is stored. */
    static ShownEvent of(RecordedEvent event, CaseHistory history, Map<Long, StoredForm> earlier) {
        ShownEvent shown = of(event, history);
        StoredForm form = earlier.get(event.sequence());
        return form == null ? shown : shown.as(form);
    }

    private ShownEvent as(StoredForm form) {
        return new ShownEvent(
                eventId,
                form.type(),
                form.revision(),
                sequence,
                position,
                occurredAt,
                recordedAt,
                postedBy,
                recordedBy,
                commandId,
                form.shown((Event) payload));
    }
}
