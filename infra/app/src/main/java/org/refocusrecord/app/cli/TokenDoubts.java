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
        about.needs(Role.SERVICE_USER, request.serviceUserId() != null, "--service-user");
        about.needs(Role.WORKER, request.workerId() != null, "--worker");
        about.needs(Role.TEAM_LEADER, request.teams() != null, "--team");
        about.needs(Role.RESEARCHER, !request.studies().isEmpty(), "--study");
        about.needs(Role.CLINICAL_SYSTEM, request.trust() != null, "--trust");
        about.needs(Role.AUDITOR, request.trust() != null, "--trust");
        about.trust(known);
        return about.doubts;
    }

    private void needs(Role role, boolean has, String option) {
        if (request.roles().contains(role) && !has) {
            doubts.add("without %s a token can do nothing as %s.".formatted(option, role));
        }
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
