package org.refocusrecord.security;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/**
 * Finds the token of a call. One that stands where and as it should is taken as it is; whatever
 * looks otherwise is Spring's to refuse or to read. Its pattern was a twentieth of the samples that
 * a profile took of posts.
 */
final class HeaderTokens implements BearerTokenResolver {

    private static final String BEARER = "Bearer ";

    private final BearerTokenResolver others = new DefaultBearerTokenResolver();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && isPlain(header)
                ? header.substring(BEARER.length())
                : others.resolve(request);
    }

    /** The word, and after it nothing but characters of a token: RFC 6750, 2.1, but for padding. */
    private static boolean isPlain(String header) {
        boolean plain = header.length() > BEARER.length() && header.startsWith(BEARER);
        for (int i = BEARER.length(); plain && i < header.length(); i++) {
            plain = isOfToken(header.charAt(i));
        }
        return plain;
    }

    private static boolean isOfToken(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~'
                || c == '+'
                || c == '/';
    }
}
