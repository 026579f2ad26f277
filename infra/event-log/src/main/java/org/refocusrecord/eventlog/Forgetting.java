package org.refocusrecord.eventlog;

import org.refocusrecord.events.EventId;

import java.util.Set;

/** What words a command takes with it when it is recorded: their keys go in the same moment. */
public sealed interface Forgetting {

    /** None, as of every command that is no erasure. */
    record Nothing() implements Forgetting {}

    /** The words of these events of the stream; of an entry, and of what amended it. */
    record OfEvents(Set<EventId> events) implements Forgetting {
        public OfEvents {
            events = Set.copyOf(events);
        }
    }

    /** All that was said in the stream so far; what is said later has a new key. */
    record OfTheWholeCase() implements Forgetting {}
}
