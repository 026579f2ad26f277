package org.refocusrecord.query.history;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.ServiceUserId;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One case as it stood: what had happened until a moment, as far as it was known at another.
 *
 * @param caseId the case
 * @param serviceUserId whose case it is
 * @param asOf until when; null: no bound
 * @param knownAt as known when; null: no bound
 * @param zone the service's zone, in which days are counted
 * @param facts what had happened, in the order of place, then sequence; with what is in error
 * @param remarks corrections, disagreements, replies and erasures known, in the order of recording
 * @param people with whom the texts of each event may be shared, see {@link #seenBy()}
 * @param position the last position of the case that was known; 0 if none
 * @param version how many events of the case were known
 */
public record Line(
        CaseId caseId,
        ServiceUserId serviceUserId,
        @Nullable Instant asOf,
        @Nullable Instant knownAt,
        ZoneId zone,
        List<Fact> facts,
        List<Remark> remarks,
        Supplier<Map<EventId, SeenBy>> people,
        long position,
        long version) {

    /**
     * By event: the people with whom a text of it may be shared; always as of today, since a right
     * that was taken away does not come back by asking for an earlier day.
     */
    public Map<EventId, SeenBy> seenBy() {
        return people.get();
    }

    /** The facts that hold. */
    public List<Fact> live() {
        return facts.stream().filter(Fact::isLive).toList();
    }
}
