package org.refocusrecord.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** An identity provider that is away says nothing about a token: whoever sent it comes again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LosingTheIssuerTest {

    private RSAKey key;
    private HttpServer provider;
    private String issuer;
    private ConfigurableApplicationContext server;

    @BeforeEach
    void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + provider.getAddress().getPort();
        answers(
                "/.well-known/openid-configuration",
                """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"]}
                """
                        .formatted(issuer));
        answers("/keys", new JWKSet(key.toPublicJWK()).toString());
        SpringApplication application = new SpringApplication(TestServer.class);
        application.setDefaultProperties(
                Map.of("server.port", 0, "server.address", "127.0.0.1", "issuer", issuer));
        server = application.run();
    }

    @AfterEach
    void stop() {
        server.close();
        provider.stop(0);
    }

    @Test
    void a_token_is_taken_once_the_issuer_is_there() throws Exception {
        provider.start();
        assertThat(who(token(key)).statusCode()).isEqualTo(200);
        assertThat(who(token(new RSAKeyGenerator(2048).keyID("one").generate())).body())
                .isEqualTo(" token.not-valid");
    }

    @Test
    void before_the_issuer_was_ever_reached_no_token_is_called_invalid() throws Exception {
        // It takes connections, and nobody answers.
        HttpResponse<String> answer = who(token(key));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo(" issuer.not-reachable");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void when_it_is_lost_its_known_keys_count_and_of_others_nothing_is_known() throws Exception {
        provider.start();
        assertThat(who(token(key)).statusCode()).isEqualTo(200);
        provider.stop(0);

        assertThat(who(token(key)).statusCode()).isEqualTo(200);
        HttpResponse<String> answer = who(token(new RSAKeyGenerator(2048).keyID("new").generate()));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo(" issuer.not-reachable");
        assertThat(who("nonsense").body()).isEqualTo(" token.not-valid");
    }

    private void answers(String path, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        provider.createContext(
                path,
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    private String token(RSAKey by) throws JOSEException {
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(),
                        new JWTClaimsSet.Builder()
                                .issuer(issuer)
                                .audience(LocalIssuer.AUDIENCE)
                                .subject("somebody")
                                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                                .claim("roles", List.of("ADMIN"))
                                .build());
        token.sign(new RSASSASigner(by));
        return token.serialize();
    }

    private HttpResponse<String> who(String token) throws IOException, InterruptedException {
        int port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/who"))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
