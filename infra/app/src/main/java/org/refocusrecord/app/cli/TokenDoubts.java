package org.refocusrecord.app.cli;

import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What somebody who asks for a token may have forgotten. It is made all the same: that a token is
 * refused may be what is to be tried.
 */
final class TokenDoubts {

    private final TokenRequest request;
    private final List<String> doubts = new ArrayList<>();

    private TokenDoubts(TokenRequest request) {
        this.request = request;
    }

    /**
     * In sentences; none where it is as its bearer will want it.
     *
     * @param known the trusts that the record knows; empty where it knows none, or nobody can tell
     */
    static List<String> of(TokenRequest request, Supplier<Set<String>> known) {
        TokenDoubts about = new TokenDoubts(request);
        about.needs("--service-user", request.serviceUserId() != null, Role.SERVICE_USER);
        about.needs("--worker", request.workerId() != null, Role.WORKER);
        about.needs("--team", request.teams() != null, Role.TEAM_LEADER);
        about.needs("--study", !request.studies().isEmpty(), Role.RESEARCHER);
        about.needs("--trust", request.trust() != null, Role.CLINICAL_SYSTEM);
        about.needs("--trust", request.trust() != null, Role.AUDITOR);
        about.trust(known);
        return about.doubts;
    }

    private void needs(String option, boolean has, Role role) {
        if (request.roles().contains(role) && !has) {
            doubts.add("without %s a token can %s as %s.".formatted(option, notDone(role), role));
        }
    }

    /** What is asked of nobody by the role alone; teams and studies all but the person may read. */
    private static String notDone(Role role) {
        return switch (role) {
            case WORKER, SERVICE_USER -> "record and read no case";
            case TEAM_LEADER -> "record and read no case, and record nothing of a team,";
            case CLINICAL_SYSTEM -> "record nothing";
            case AUDITOR -> "read no case, and of a team neither notices nor participation,";
            case RESEARCHER -> "publish no definition, and read no team's participation,";
            case ADMIN -> throw new IllegalArgumentException("an administrator needs nothing more");
        };
    }

    /** An administrator may be about to register the first team of a trust. */
    private void trust(Supplier<Set<String>> known) {
        String trust = request.trust();
        if (trust == null || request.roles().contains(Role.ADMIN)) {
            return;
        }
        Set<String> trusts = known.get();
        if (!trusts.isEmpty() && !trusts.contains(trust)) {
            doubts.add(
                    "no team of the trust %s is recorded; those that have teams are %s."
                            .formatted(trust, String.join(", ", trusts)));
        }
    }
}
