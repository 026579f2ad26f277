package org.refocusrecord.query.timeline;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.query.history.Evidence;
import org.refocusrecord.query.history.Standing;

import java.time.Instant;

/**
 * One thing that happened in a case.
 *
 * @param occurredAt its place on the line; of what was said of the record, when it was recorded
 * @param kind the kind of the entry, or the name of the command
 * @param sessionId the session that it came in, if it came in one
 * @param entryId the entry; of a session's header the session, of any other command the command
 * @param summary what happened, in a few words and no person's
 * @param about what a correction, disagreement or reply is about; null for all else
 * @param text what was said, where one text says it
 * @param by who recorded it
 * @param evidence the event
 * @param standing whether it holds
 */
public record TimelineItem(
        Instant occurredAt,
        Instant recordedAt,
        String kind,
        @Nullable CommandId sessionId,
        AnyId entryId,
        String summary,
        @Nullable About about,
        @Nullable Words text,
        Person by,
        Evidence evidence,
        Standing standing) {

    /**
     * Something else that happened in the case.
     *
     * @param entryId its id
     * @param kind its kind
     */
    public record About(AnyId entryId, String kind) {}
}
