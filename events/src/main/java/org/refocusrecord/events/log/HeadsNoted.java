package org.refocusrecord.events.log;

import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.shape.Code;

/**
 * The log noted the last event of every stream, so that nobody can be shown a stream without its
 * end.
 *
 * @param tree how the root is made; {@code docs/stored-forms.md}
 * @param position all events up to this one are in it
 * @param streams how many streams these are
 * @param root over the heads of all of them
 */
@EventType(
        name = "log.heads-noted",
        revision = 1,
        door = "heads",
        meaning = "The log noted the last event of every stream.")
public record HeadsNoted(
        CommandId commandId,
        @Code("heads-1") String tree,
        Long position,
        Long streams,
        @Code("[0-9a-f]{64}") String root,
        Person recordedBy)
        implements LogEvent {

    /** The stream in which it stands. */
    public static final String STREAM = "log/heads";

    /** The one way of making the root. */
    public static final String TREE = "heads-1";
}
