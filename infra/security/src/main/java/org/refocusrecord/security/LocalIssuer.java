package org.refocusrecord.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import org.refocusrecord.events.Id;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;

/**
 * Issues tokens for a server that has no identity provider: whoever can read the data folder can
 * make any token, and nobody else can.
 */
public final class LocalIssuer {

    /** For whom tokens are meant. */
    public static final String AUDIENCE = "refocus-record";

    private static final String ISSUER = "urn:refocus-record:local";

    private final ECKey key;

    private LocalIssuer(ECKey key) {
        this.key = key;
    }

    /** The issuer of a data folder; its key is drawn if there is none yet. */
    public static LocalIssuer in(Path data) throws IOException {
        return new LocalIssuer(SigningKey.in(data));
    }

    /** Trusts the tokens of this issuer, and no others. */
    public JwtDecoder decoder() {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())))
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .build();
        decoder.setJwtValidator(TokenRules.of(ISSUER, AUDIENCE));
        return decoder;
    }

    /** A signed token; throws where its own rules would not take it. */
    public String token(TokenRequest request, Instant now) {
        JWTClaimsSet claims = claims(request, now);
        if (Claims.read(claims.getClaims()).isEmpty()) {
            throw new IllegalArgumentException("no such account or trust can be in a token");
        }
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                        claims);
        try {
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException spoiled) {
            throw new IllegalStateException("the signing key does not sign", spoiled);
        }
    }

    private static JWTClaimsSet claims(TokenRequest request, Instant now) {
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(AUDIENCE)
                        .subject(request.account())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(request.valid())))
                        .claim("roles", request.roles().stream().map(Role::name).sorted().toList());
        if (request.trust() != null) {
            claims.claim("trust", request.trust());
        }
        if (request.teams() != null) {
            claims.claim("teams", texts(request.teams()));
        }
        if (request.workerId() != null) {
            claims.claim("workerId", request.workerId().toString());
        }
        if (request.serviceUserId() != null) {
            claims.claim("serviceUserId", request.serviceUserId().toString());
        }
        if (!request.studies().isEmpty()) {
            claims.claim("studies", texts(request.studies()));
        }
        return claims.build();
    }

    private static List<String> texts(Collection<? extends Id> ids) {
        return ids.stream().map(id -> id.value().toString()).toList();
    }
}
