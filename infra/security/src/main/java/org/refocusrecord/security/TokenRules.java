package org.refocusrecord.security;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

import java.time.Duration;

/**
 * What a token must say, beyond being signed: by whom, for whom, until when, and readable claims.
 */
final class TokenRules {

    static final Duration SKEW = Duration.ofSeconds(30);

    private static final OAuth2Error NOT_VALID =
            new OAuth2Error("invalid_token", "The token is not valid.", null);

    private TokenRules() {}

    static OAuth2TokenValidator<Jwt> of(String issuer, String audience) {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(SKEW),
                new JwtIssuerValidator(issuer),
                jwt -> result(jwt.getExpiresAt() != null),
                jwt -> result(jwt.getAudience() != null && jwt.getAudience().contains(audience)),
                jwt -> result(Claims.read(jwt.getClaims()).isPresent()));
    }

    private static OAuth2TokenValidatorResult result(boolean valid) {
        return valid
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(NOT_VALID);
    }
}
