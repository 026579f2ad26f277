package org.refocusrecord.eventlog.axon;

import org.axonframework.common.IdentifierFactory;
import org.refocusrecord.eventlog.EventIds;

/** Gives Axon the log's own ids for messages, so that an event's id is known when it is decided. */
public final class EventIdentifiers extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        return EventIds.next().toString();
    }
}
