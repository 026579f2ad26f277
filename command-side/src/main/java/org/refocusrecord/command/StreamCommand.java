package org.refocusrecord.command;

import org.refocusrecord.events.CommandId;

/** What is asked of one stream. */
public interface StreamCommand {

    /** The stream, {@code case/<uuid>} and the like. */
    String stream();

    /** The session or command id: the guard against repeats. */
    CommandId commandId();

    /** Whether a stream begins with it. */
    boolean begins();

    /** Who posts it, and what was found at the door. */
    Posting posting();
}
