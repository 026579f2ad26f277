package org.refocusrecord.query.notices;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.query.history.Fact;

import java.time.Instant;

/**
 * Something odd.
 *
 * @param code a {@link NoticeCode}
 * @param sessionId the session, if it is of one
 * @param entryId the entry; of a session itself the session
 * @param occurredAt where it stands on the line
 */
public record Notice(
        String code, @Nullable CommandId sessionId, AnyId entryId, Instant occurredAt) {

    static Notice of(NoticeCode code, Fact fact) {
        return new Notice(code.code(), fact.sessionId(), fact.id(), fact.place());
    }
}
