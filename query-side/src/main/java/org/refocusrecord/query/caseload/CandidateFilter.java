package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;

import java.time.Instant;
import java.util.Set;

/**
 * Where to look for cases as they once stood: all that were ever said to be so.
 *
 * @param trust those of this trust, which no correction changes
 * @param teamId those that were ever said to be with this team
 * @param teams those that were ever said to be with one of these; null: with any
 * @param goals those in which such goals may be; null: whether there are goals is no matter
 */
public record CandidateFilter(
        @Nullable String trust,
        @Nullable TeamId teamId,
        @Nullable Set<TeamId> teams,
        @Nullable Goals goals) {

    /**
     * Goals that somebody ever set, proposed or recorded.
     *
     * @param party somebody of this party
     * @param workerId this worker
     * @param from that ever stood at this place or later
     * @param to that ever stood at this place or earlier
     */
    public record Goals(
            @Nullable Party party,
            @Nullable WorkerId workerId,
            @Nullable Instant from,
            @Nullable Instant to) {}
}
