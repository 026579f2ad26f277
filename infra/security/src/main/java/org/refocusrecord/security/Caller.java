package org.refocusrecord.security;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;

import java.util.Arrays;
import java.util.Set;

/**
 * Who is calling, as the token says.
 *
 * @param sub the opaque account
 * @param roles what it may do
 * @param trust the trust, or null: of an administrator all trusts
 * @param teams the teams, or null where the token names none: of a clinical system or an auditor
 *     all teams of the trust
 * @param workerId which worker it is
 * @param serviceUserId which service user it is
 * @param studies the studies
 */
public record Caller(
        String sub,
        Set<Role> roles,
        @Nullable String trust,
        @Nullable Set<TeamId> teams,
        @Nullable WorkerId workerId,
        @Nullable ServiceUserId serviceUserId,
        Set<StudyId> studies) {

    /** Whether it has the role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether it has one of the roles. */
    public boolean isAnyOf(Role... some) {
        return Arrays.stream(some).anyMatch(roles::contains);
    }

    /** Refuses a caller that has none of the roles. */
    public void require(Role... some) {
        if (!isAnyOf(some)) {
            throw new AccessRefused("role.not-enough");
        }
    }

    /** Refuses a caller who does not administrate all trusts: what is asked for is of all. */
    public void requireAdministratorOfAllTrusts() {
        require(Role.ADMIN);
        if (trust != null) {
            throw new AccessRefused("role.not-enough");
        }
    }

    /** Whether the token names the team. */
    public boolean namesTeam(TeamId team) {
        return teams != null && teams.contains(team);
    }

    /**
     * Whether it audits what is of a trust and a team: all of its own trust, unless the token names
     * teams; then what is of these.
     */
    public boolean audits(@Nullable String ofTrust, @Nullable TeamId team) {
        return is(Role.AUDITOR)
                && ofTrust != null
                && ofTrust.equals(trust)
                && (teams == null || (team != null && namesTeam(team)));
    }
}
