package org.refocusrecord.security;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a token of the local issuer should say.
 *
 * @param subject the account, or null for one that follows from the rest, so that the same person
 *     has the same account in every token
 * @param teams null for a token without teams
 */
public record TokenRequest(
        @Nullable String subject,
        Set<Role> roles,
        @Nullable String trust,
        @Nullable List<TeamId> teams,
        @Nullable WorkerId workerId,
        @Nullable ServiceUserId serviceUserId,
        List<StudyId> studies,
        Duration valid) {

    private static final Duration A_WORKING_DAY = Duration.ofHours(8);

    /** Whether a token may name this account. */
    public static boolean isAccount(String text) {
        return Claims.isAccount(text);
    }

    /** Whether a token may be of a trust with this code. */
    public static boolean isTrust(String text) {
        return Claims.isTrust(text);
    }

    /** A token of these roles, without more, for a working day. */
    public static TokenRequest of(Role... roles) {
        return new TokenRequest(
                null, Set.of(roles), null, null, null, null, List.of(), A_WORKING_DAY);
    }

    /** With this account. */
    public TokenRequest subject(String account) {
        return new TokenRequest(
                account, roles, trust, teams, workerId, serviceUserId, studies, valid);
    }

    /** Of this trust. */
    public TokenRequest trust(String code) {
        return new TokenRequest(
                subject, roles, code, teams, workerId, serviceUserId, studies, valid);
    }

    /** For these teams. */
    public TokenRequest teams(TeamId... some) {
        return new TokenRequest(
                subject, roles, trust, List.of(some), workerId, serviceUserId, studies, valid);
    }

    /** Of this worker. */
    public TokenRequest worker(WorkerId worker) {
        return new TokenRequest(
                subject, roles, trust, teams, worker, serviceUserId, studies, valid);
    }

    /** Of this service user. */
    public TokenRequest serviceUser(ServiceUserId serviceUser) {
        return new TokenRequest(
                subject, roles, trust, teams, workerId, serviceUser, studies, valid);
    }

    /** For these studies. */
    public TokenRequest studies(StudyId... some) {
        return new TokenRequest(
                subject, roles, trust, teams, workerId, serviceUserId, List.of(some), valid);
    }

    /** For so long. */
    public TokenRequest valid(Duration duration) {
        return new TokenRequest(
                subject, roles, trust, teams, workerId, serviceUserId, studies, duration);
    }

    /** The account of the token. */
    String account() {
        if (subject != null) {
            return subject;
        }
        if (workerId != null) {
            return "local:worker:" + workerId;
        }
        if (serviceUserId != null) {
            return "local:service-user:" + serviceUserId;
        }
        String role = roles.stream().sorted().findFirst().map(Role::name).orElse("nobody");
        String scope = trust == null ? "" : ":" + trust;
        return "local:" + role.toLowerCase(Locale.ROOT).replace('_', '-') + scope;
    }
}
