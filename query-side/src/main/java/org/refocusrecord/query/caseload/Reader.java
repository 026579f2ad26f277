package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;

import java.util.Set;

/**
 * Who wants to read.
 *
 * @param roles the names of the roles; several are joined
 * @param trust the trust, if the token names one
 * @param teams the teams that the token names; null where it names none
 */
public record Reader(
        Set<String> roles,
        @Nullable String trust,
        @Nullable Set<TeamId> teams,
        @Nullable WorkerId workerId,
        @Nullable ServiceUserId serviceUserId) {

    boolean is(String role) {
        return roles.contains(role);
    }
}
