package org.refocusrecord.security;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;

import java.util.Set;

/** Who calls. */
public record Caller(
        String sub,
        Set<Role> roles,
        @Nullable String trust,
        @Nullable Set<TeamId> teams,
        @Nullable WorkerId workerId,
        @Nullable ServiceUserId serviceUserId,
        Set<StudyId> studies) {
    /** Refuses whoever has none of these roles. */
    public void require(Role... any) {
        for (Role role : any) {
            if (roles.contains(role)) {
                return;
            }
        }
        throw new IllegalStateException("role.not-enough");
    }
}
