package org.refocusrecord.app.demo.posting;

import org.refocusrecord.app.demo.trial.Account;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.security.LocalIssuer;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.time.Clock;

/** Tokens of the local issuer: for each account what it needs, and no more. */
public record LocalTokens(LocalIssuer issuer, Clock clock) implements Tokens {

    @Override
    public String tokenOf(Account account) {
        return issuer.token(request(account), clock.instant());
    }

    private static TokenRequest request(Account account) {
        return switch (account) {
            case Account.Administrator() -> TokenRequest.of(Role.ADMIN);
            case Account.ClinicalSystem(var trust) ->
                    TokenRequest.of(Role.CLINICAL_SYSTEM).trust(trust);
            case Account.Leader(var trust, var team, var worker) ->
                    TokenRequest.of(Role.TEAM_LEADER)
                            .trust(trust)
                            .teams(new TeamId(team))
                            .worker(new WorkerId(worker));
            case Account.Oneself(var trust, var serviceUser) ->
                    TokenRequest.of(Role.SERVICE_USER)
                            .trust(trust)
                            .serviceUser(new ServiceUserId(serviceUser));
        };
    }
}
