package org.refocusrecord.eventlog;

import com.github.f4b6a3.uuid.UuidCreator;

import org.refocusrecord.events.EventId;

/**
 * Ids of events: version 7, so that their index grows at one end (uuid-creator: monotonic within a
 * process, and well kept).
 */
public final class EventIds {

    private EventIds() {}

    /** A new id. */
    public static EventId next() {
        return new EventId(UuidCreator.getTimeOrderedEpochPlus1());
    }
}
