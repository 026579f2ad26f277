package org.refocusrecord.query.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;

import java.time.Instant;

/**
 * Something odd in a team's cases, or a gap in what was captured about it.
 *
 * @param caseId the case; null for what is of the team itself
 * @param sessionId the session, if it is of one
 * @param entryId the entry; of a session itself the session, of a data gap its command
 * @param occurredAt where it stands on the line
 */
public record TeamNotice(
        String code,
        @Nullable CaseId caseId,
        @Nullable CommandId sessionId,
        AnyId entryId,
        Instant occurredAt) {}
