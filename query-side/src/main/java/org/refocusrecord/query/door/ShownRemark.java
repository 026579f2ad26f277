package org.refocusrecord.query.door;

import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.history.Remark;
import org.refocusrecord.query.history.Standing;

import java.time.Instant;

/** A correction, disagreement or reply as it is stored, and whether it was taken back. */
record ShownRemark(
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
        Event payload,
        Standing standing) {

    static ShownRemark of(Remark remark, CaseHistory history) {
        ShownEvent event = ShownEvent.of(remark.recorded(), history);
        return new ShownRemark(
                event.eventId(),
                event.type(),
                event.revision(),
                event.sequence(),
                event.position(),
                event.occurredAt(),
                event.recordedAt(),
                event.postedBy(),
                event.recordedBy(),
                event.commandId(),
                event.payload(),
                remark.standing());
    }
}
