package org.refocusrecord.eventlog;

import org.refocusrecord.events.EventId;

/**
 * An event that the present code cannot read: of a name or revision that it does not know, or not
 * what its name promises. It is a fact all the same; whoever reads on must not pass over it in its
 * own stream.
 *
 * @param type its stored name
 * @param cause why, in words that name members and no value
 */
public record Unreadable(
        EventId eventId,
        String stream,
        long sequence,
        long position,
        String type,
        int revision,
        String cause)
        implements Logged {}
