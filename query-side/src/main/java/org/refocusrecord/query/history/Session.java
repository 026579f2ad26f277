package org.refocusrecord.query.history;

import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.session.SessionHeld;

/**
 * A meeting, or what the person wrote alone: the header under which entries stand.
 *
 * @param header its own facts, as first posted and as they now read
 */
public record Session(Fact header) {

    /** The session's id, or that of the command by which the person wrote. */
    public CommandId id() {
        return header.recorded().commandId();
    }

    /** Whether it was a meeting. */
    public boolean isMeeting() {
        return header.recorded().event() instanceof SessionHeld;
    }

    /** Whether it stands elsewhere on the line than where it was first recorded. */
    boolean wasMoved() {
        return !header.place().equals(header.recorded().occurredAt());
    }
}
