package org.refocusrecord.command.casefile;

import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;

import java.util.UUID;

/**
 * Something recorded: a session's header, an entry, or a command.
 *
 * @param id the id by which corrections find it
 * @param session the session or command that it came with
 * @param sequence its place in the stream
 * @param eventId the event that holds it
 * @param postedBy the account that posted it
 * @param recordedBy who recorded it
 * @param ownDoor whether the person wrote it alone
 * @param first how it read at first
 */
public record Fact(
        UUID id,
        UUID session,
        long sequence,
        EventId eventId,
        String postedBy,
        Person recordedBy,
        boolean ownDoor,
        Reads first) {

    /** Whether it is an entry of a session, and so falls with it. */
    boolean isEntry() {
        return !id.equals(session);
    }
}
