package org.refocusrecord.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A token's signature is checked once in half a minute, its time at every call. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckingTokensOnceTest {

    private static final Instant BEGINNING = Instant.parse("2026-06-01T09:00:00Z");

    private final List<String> checked = new ArrayList<>();
    private final Set<String> withdrawn = new HashSet<>();
    private Instant now = BEGINNING;
    private final CheckedTokens tokens = tokens();

    private CheckedTokens tokens() {
        InstantSource time = () -> now;
        Clock clock = time.withZone(ZoneOffset.UTC);
        JwtTimestampValidator times = new JwtTimestampValidator(TokenRules.SKEW);
        times.setClock(clock);
        return new CheckedTokens(
                this::checked, times, () -> Duration.between(BEGINNING, now).toNanos());
    }

    private Jwt checked(String token) {
        checked.add(token);
        if (withdrawn.contains(token) || !now.isBefore(BEGINNING.plusSeconds(60))) {
            throw new BadJwtException("not valid");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .expiresAt(BEGINNING.plusSeconds(10))
                .subject(token)
                .build();
    }

    @Test
    void a_token_that_was_good_a_moment_ago_is_not_checked_again() {
        assertThat(tokens.decode("one").getSubject()).isEqualTo("one");
        assertThat(tokens.decode("one").getSubject()).isEqualTo("one");
        assertThat(tokens.decode("two").getSubject()).isEqualTo("two");
        assertThat(checked).containsExactly("one", "two");
    }

    @Test
    void a_token_that_was_not_good_is_checked_each_time() {
        withdrawn.add("one");
        for (int call = 0; call < 2; call++) {
            assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);
        }
        assertThat(checked).containsExactly("one", "one");
    }

    @Test
    void after_half_a_minute_it_is_checked_again() {
        tokens.decode("one");
        withdrawn.add("one");
        now = BEGINNING.plusSeconds(31);
        assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void a_token_that_has_run_out_meanwhile_is_looked_at_anew() {
        now = BEGINNING.plusSeconds(25);
        tokens.decode("one");
        now = BEGINNING.plusSeconds(41);
        tokens.decode("one");
        assertThat(checked).containsExactly("one", "one");
    }
}
