package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.TeamId;

import java.util.Set;

/**
 * Where to look for cases as they once stood: all that were ever said to be so.
 *
 * @param trust those of this trust, which no correction changes
 * @param teamId those that were ever said to be with this team
 * @param teams those that were ever said to be with one of these; null: with any
 */
public record CandidateFilter(
        @Nullable String trust, @Nullable TeamId teamId, @Nullable Set<TeamId> teams) {}
