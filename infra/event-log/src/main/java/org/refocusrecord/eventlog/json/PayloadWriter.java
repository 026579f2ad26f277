package org.refocusrecord.eventlog.json;

import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;

/**
 * Writes an event as canonical JSON, and seals every text of it on the way, so that no plain text
 * is ever in the bytes.
 */
public final class PayloadWriter {

    private final Randomness randomness;

    public PayloadWriter(Randomness randomness) {
        this.randomness = randomness;
    }

    /**
     * The payload of an event that was decided: everybody named, every text {@code Said} or {@code
     * From}.
     */
    public WrittenPayload write(Event event, EventId eventId) {
        return new PayloadBeingWritten(eventId, randomness).written(event);
    }
}
