package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AskingForATokenTest {

    private static final List<Integer> OK = List.of(200);
    private static final List<Integer> HEALTH = List.of(200, 503);

    private final Service service = Service.running();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/audit/goals",
                "/api/v1/castles",
                "/api/v1/sessions",
                "/anything",
                "/actuator/env",
                "/actuator"
            })
    void without_a_token_nobody_learns_anything(String path) {
        Answer answer = service.get(path, "");
        answer.refused(401, "token.missing ");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        service.send(service.request(path, "").POST(BodyPublishers.noBody()))
                .refused(401, "token.missing ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/readiness",
                "/actuator/health/liveness",
                "/actuator/health/recording",
                "/openapi.json",
                "/problems",
                "/problems/case.unknown"
            })
    void what_is_open_to_all_needs_none(String path) {
        // Others look after views meanwhile, so not all may be well; that is told without one, too.
        assertThat(service.get(path, "").status()).isIn(path.contains("health") ? HEALTH : OK);
    }

    @Test
    void a_spoilt_token_is_not_taken() {
        String good = service.token(TokenRequest.of(Role.AUDITOR));
        service.get("/api/v1/audit/goals", good).found();
        String[] parts = good.split("\\.", -1);
        refused("nonsense");
        refused(parts[0] + "." + parts[1] + ".");
        refused(parts[0] + "." + parts[1] + "." + parts[2].substring(0, parts[2].length() / 2));
        refused(service.token(TokenRequest.of(Role.ADMIN)).split("\\.", -1)[1] + "." + parts[2]);
        refused(parts[0] + "." + tokenOf(Role.ADMIN)[1] + "." + parts[2]);
    }

    @Test
    void an_expired_token_is_not_taken() {
        refused(service.token(TokenRequest.of(Role.AUDITOR).valid(Duration.ofMinutes(-2))));
    }

    @Test
    void a_token_in_the_query_is_not_taken() {
        service.get("/api/v1/audit/goals?access_token=" + tokenOf(Role.AUDITOR)[0], "")
                .refused(401, "token.missing ");
    }

    @Test
    void a_token_without_a_role_may_nothing() {
        service.get("/api/v1/audit/goals", service.token(TokenRequest.of()))
                .refused(403, "role.not-enough ");
    }

    private String[] tokenOf(Role role) {
        return service.token(TokenRequest.of(role)).split("\\.", -1);
    }

    private void refused(String token) {
        service.get("/api/v1/audit/goals", token).refused(401, "token.not-valid ");
    }
}
