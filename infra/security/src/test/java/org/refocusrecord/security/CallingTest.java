package org.refocusrecord.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CallingTest {

    private static final String NIL = "00000000-0000-0000-0000-000000000000";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String TEAM = "00000000-0000-4000-8000-000000000005";

    @TempDir private static Path data;

    private static ConfigurableApplicationContext server;
    private static int port;
    private static LocalIssuer issuer;
    private static ECKey key;

    @BeforeAll
    static void start() throws IOException {
        SpringApplication application = new SpringApplication(TestServer.class);
        application.setDefaultProperties(
                Map.of("server.port", 0, "server.address", "127.0.0.1", "data", data.toString()));
        server = application.run();
        port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        issuer = LocalIssuer.in(data);
        key = SigningKey.in(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_token_says_who_is_calling() throws Exception {
        TokenRequest request =
                TokenRequest.of(Role.WORKER)
                        .trust("SLAM")
                        .teams(TeamId.of(TEAM))
                        .worker(WorkerId.of("00000000-0000-4000-8000-000000000003"));
        HttpResponse<String> answer = get("/who", issuer.token(request, Instant.now()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "Caller[sub=local:worker:00000000-0000-4000-8000-000000000003,"
                                + " roles=[WORKER], trust=SLAM, teams=["
                                + TEAM
                                + "], workerId=00000000-0000-4000-8000-000000000003,"
                                + " serviceUserId=null, studies=[]]");
    }

    @Test
    void an_account_has_the_form_of_a_persons_id() throws Exception {
        String longest = "A-z_0.9:/" + "a".repeat(91);
        assertThat(get("/who", signed(key, claims -> claims.subject(longest))).body())
                .startsWith("Caller[sub=" + longest + ", ");
    }

    @Test
    void no_teams_named_is_not_the_same_as_no_teams() throws Exception {
        TokenRequest request = TokenRequest.of(Role.AUDITOR).trust("SLAM");
        assertThat(get("/who", issuer.token(request, Instant.now())).body()).contains("teams=null");
        assertThat(get("/who", issuer.token(request.teams(new TeamId[0]), Instant.now())).body())
                .contains("teams=[]");
    }

    @Test
    void without_a_token_only_some_doors_are_open() throws Exception {
        HttpResponse<String> answer = get("/who", null);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(" token.missing");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(get("/nowhere", null).statusCode()).isEqualTo(401);
        assertThat(get("/problems/any", null).body()).isEqualTo("open");
        assertThat(get("/problems/any", "nonsense").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer %s, 200",
        "bearer %s, 200",
        "BEARER %s, 200",
        "Bearer%s, 401",
        "Bearer  %s, 401",
        "Basic %s, 401",
        "Bearer %s x, 401",
        "'Bearer %s,x', 401",
        "'Bearer ', 401",
        "%s, 401",
    })
    void a_token_stands_behind_the_word_and_nothing_else(String header, int status)
            throws Exception {
        String token = issuer.token(TokenRequest.of(Role.ADMIN), Instant.now());
        HttpRequest.Builder request =
                request("/who").header("Authorization", header.formatted(token));
        assertThat(CLIENT.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("spoiledTokens")
    void a_token_that_is_not_ours_is_not_valid(String token) throws Exception {
        HttpResponse<String> answer = get("/who", token);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(" token.not-valid");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer error=\"invalid_token\"");
    }

    static Stream<String> spoiledTokens() throws Exception {
        Instant now = Instant.now();
        TokenRequest old = TokenRequest.of(Role.ADMIN).valid(Duration.ofMinutes(-1));
        return Stream.of(
                "nonsense",
                "a.b.c",
                "two words",
                issuer.token(old, now),
                issuer.token(TokenRequest.of(Role.ADMIN), now) + "x",
                signed(new ECKeyGenerator(Curve.P_256).generate(), claims -> claims),
                signedByAnRsaKey(),
                new PlainJWT(claims().build()).serialize(),
                signedByPublicKey(),
                signed(key, claims -> claims.issuer("urn:somebody-else")),
                signed(key, claims -> claims.audience("another-service")),
                signed(key, claims -> claims.expirationTime(null)),
                signed(key, claims -> claims.subject(null)),
                signed(key, claims -> claims.subject("")),
                signed(key, claims -> claims.subject("somebody@example.org")),
                signed(key, claims -> claims.subject("kafka:sessions")),
                signed(key, claims -> claims.subject("a".repeat(101))),
                signed(key, claims -> claims.subject("auth0|somebody")),
                signed(key, claims -> claims.subject("some~body")),
                signed(key, claims -> claims.subject("c29tZWJvZHk=")),
                signed(key, claims -> claims.subject("some+body")),
                signed(key, claims -> claims.subject("somebody\n")),
                signed(key, claims -> claims.claim("roles", "ADMIN")),
                signed(key, claims -> claims.claim("roles", List.of(7))),
                signed(key, claims -> claims.claim("teams", "all")),
                signed(key, claims -> claims.claim("teams", List.of("x"))),
                signed(key, claims -> claims.claim("teams", List.of(Map.of()))),
                signed(key, claims -> claims.claim("workerId", 7)),
                signed(key, claims -> claims.claim("workerId", NIL)),
                signed(key, claims -> claims.claim("teams", List.of(NIL))),
                signed(key, claims -> claims.claim("trust", "South London")));
    }

    @Test
    void a_role_that_is_not_ours_gives_nothing() throws Exception {
        String token = signed(key, claims -> claims.claim("roles", List.of("OWNER", "WORKER")));
        assertThat(get("/who", token).body()).contains("roles=[WORKER]");
        HttpResponse<String> answer = get("/audit", token);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo(" role.not-enough");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CARE | Purpose[kind=CARE, words=null]",
                "AUDIT; yearly audit | Purpose[kind=AUDIT, words=yearly audit]",
                "ACCESS_REQUEST;asked in writing | Purpose[kind=ACCESS_REQUEST, words=asked in"
                        + " writing]",
                "care | /Purpose value.not-allowed",
                "CURIOSITY | /Purpose value.not-allowed",
                "; words | /Purpose value.not-allowed"
            })
    void a_purpose_is_read(String header, String read) throws Exception {
        assertThat(withPurpose(header)).isEqualTo(read);
    }

    @Test
    void a_purpose_is_no_essay() throws Exception {
        assertThat(withPurpose("OTHER; " + "a".repeat(200))).startsWith("Purpose[kind=OTHER");
        assertThat(withPurpose("OTHER; " + "a".repeat(201)))
                .isEqualTo("/Purpose value.not-allowed");
    }

    private static String withPurpose(String purpose) throws Exception {
        String token = issuer.token(TokenRequest.of(Role.AUDITOR), Instant.now());
        return CLIENT.send(
                        request("/audit")
                                .header("Authorization", "Bearer " + token)
                                .header("Purpose", purpose)
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("urn:refocus-record:local")
                .audience(LocalIssuer.AUDIENCE)
                .subject("somebody")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("roles", List.of("ADMIN"));
    }

    private static String signed(ECKey by, UnaryOperator<JWTClaimsSet.Builder> spoiled)
            throws JOSEException {
        return signed(JWSAlgorithm.ES256, new ECDSASigner(by), spoiled.apply(claims()));
    }

    private static String signedByAnRsaKey() throws JOSEException {
        RSAKey another = new RSAKeyGenerator(2048).generate();
        return signed(JWSAlgorithm.RS256, new RSASSASigner(another), claims());
    }

    /** The classic forgery: the public key taken for a shared secret. */
    private static String signedByPublicKey() throws JOSEException {
        byte[] known = key.toECPublicKey().getEncoded();
        return signed(JWSAlgorithm.HS256, new MACSigner(known), claims());
    }

    private static String signed(
            JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet.Builder claims)
            throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private static HttpResponse<String> get(String path, @Nullable String token) throws Exception {
        HttpRequest.Builder request = request(path);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }
}
