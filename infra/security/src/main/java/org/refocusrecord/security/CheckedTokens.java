package org.refocusrecord.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

import java.time.Duration;

/**
 * Remembers for half a minute which tokens were found to be good: a system that posts a thousand
 * sessions with one token has its signature checked once. Whether a token has run out is asked at
 * every call. A key that its issuer has withdrawn is believed for half a minute longer.
 */
public final class CheckedTokens implements JwtDecoder {

    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private final JwtDecoder decoder;
    private final JwtTimestampValidator times;
    private final Cache<String, Jwt> good;

    /** Those that this decoder has found good. */
    public CheckedTokens(JwtDecoder decoder) {
        this(decoder, new JwtTimestampValidator(TokenRules.SKEW), Ticker.systemTicker());
    }

    CheckedTokens(JwtDecoder decoder, JwtTimestampValidator times, Ticker ticker) {
        this.decoder = decoder;
        this.times = times;
        this.good =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterWrite(KEPT)
                        .ticker(ticker)
                        .build();
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = good.getIfPresent(token);
        if (known != null && !times.validate(known).hasErrors()) {
            return known;
        }
        Jwt checked = decoder.decode(token);
        good.put(token, checked);
        return checked;
    }
}
