package org.refocusrecord.bench;

import org.refocusrecord.events.CaseId;
import org.refocusrecord.security.LocalIssuer;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Care plans of cases of twenty events, read by HTTP: by the leader of their team, with all their
 * texts. In turns, who read is kept and is thrown away.
 */
final class PlanReading {

    private static final int CASES = 64;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AccessSwitch accesses;
    private final String url;
    private final String token;
    private final Ours ours;
    private final Story story;
    private final List<CaseId> cases = new ArrayList<>();

    PlanReading(Product product, Cast cast, Ours ours) throws Exception {
        this.accesses = product.part(AccessSwitch.class);
        this.url = product.url();
        this.ours = ours;
        this.story = new Story(cast);
        this.token =
                LocalIssuer.in(product.folder().path())
                        .token(
                                TokenRequest.of(Role.TEAM_LEADER)
                                        .trust(cast.trust())
                                        .teams(cast.team())
                                        .worker(cast.worker()),
                                Instant.now());
    }

    Bout reading(int callers) {
        return new Bout(
                Names.ACCESS,
                callers,
                List.of(
                        Contestant.of(Names.NOTED, (many, _) -> reading(many, true)),
                        Contestant.of(Names.UNNOTED, (many, _) -> reading(many, false))));
    }

    private Work reading(int callers, boolean noted) {
        while (cases.size() < CASES) {
            CaseId made = story.newCase();
            ours.telling(made);
            cases.add(made);
        }
        accesses.turn(noted);
        Turns<CaseId> turns = Turns.of(cases, callers);
        return new Work() {
            @Override
            public void once(int caller) throws Exception {
                read(turns.next(caller));
            }

            @Override
            public void close() throws SQLException {
                accesses.turn(true);
            }
        };
    }

    private void read(CaseId caseId) throws Exception {
        HttpResponse<byte[]> answer =
                client.send(
                        HttpRequest.newBuilder(
                                        URI.create(url + "/api/v1/cases/" + caseId + "/care-plan"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("a plan was answered " + answer.statusCode());
        }
    }
}
