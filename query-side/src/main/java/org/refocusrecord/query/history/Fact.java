package org.refocusrecord.query.history;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.session.SessionHeld;

import java.time.Instant;
import java.util.List;

/**
 * One fact on the line: what was recorded, and how it reads now.
 *
 * @param recorded the event as it was recorded
 * @param event the same, corrected
 * @param place where it stands on the line
 * @param session the session that an entry came in; null for anything but an entry
 * @param standing {@link Standing#LIVE} or {@link Standing#IN_ERROR}
 * @param lastChange the last correction that made it what it is: its own, or that of its session
 *     where the session was moved or is in error
 * @param corrected whether it was itself amended or marked in error
 * @param disagreements who sees it otherwise
 */
public record Fact(
        RecordedEvent recorded,
        CaseEvent event,
        Instant place,
        @Nullable Session session,
        Standing standing,
        @Nullable Evidence lastChange,
        boolean corrected,
        List<Disagreement> disagreements) {

    /** The id by which it can be corrected. */
    public AnyId id() {
        return Ids.of(event);
    }

    /** Whether it holds. */
    public boolean isLive() {
        return standing == Standing.LIVE;
    }

    /** Where it came from, and where it now stands. */
    public Evidence evidence() {
        return new Evidence(
                recorded.eventId(),
                id(),
                recorded.position(),
                recorded.recordedBy(),
                place,
                recorded.recordedAt(),
                sessionId());
    }

    /** The meeting that it is of; what the person writes alone is no meeting. */
    public @Nullable CommandId sessionId() {
        if (session != null) {
            return session.isMeeting() ? session.id() : null;
        }
        return recorded.event() instanceof SessionHeld held ? held.sessionId() : null;
    }
}
