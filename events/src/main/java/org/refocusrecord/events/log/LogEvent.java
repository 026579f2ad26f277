package org.refocusrecord.events.log;

import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Person;

/**
 * What the log says of itself, in streams of its own. Nobody posts it, no view holds it, and it is
 * not sent out.
 */
public sealed interface LogEvent extends Event permits HeadsNoted {

    /** The command that recorded it. */
    CommandId commandId();

    /** The log. */
    Person recordedBy();
}
