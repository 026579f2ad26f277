package org.refocusrecord.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

import java.io.IOException;

/**
 * Hands what the filters refuse to the same place that answers for controllers. What was wrong with
 * a token is not said: only whoever forges one would learn from it. Where the issuer's keys cannot
 * be had, nothing is known about the token, and whoever sent it is told to come again.
 */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final HandlerExceptionResolver answers;

    Refusals(HandlerExceptionResolver answers) {
        this.answers = answers;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refused)
            throws IOException {
        if (refused instanceof AuthenticationServiceException) {
            LOG.warn("a token could not be checked: {}", refused.getMessage());
            answer(request, response, "issuer.not-reachable", 503);
            return;
        }
        boolean wasSent = refused instanceof OAuth2AuthenticationException;
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                wasSent ? "Bearer error=\"invalid_token\"" : "Bearer");
        answer(request, response, wasSent ? "token.not-valid" : "token.missing", 401);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        answer(request, response, "role.not-enough", 403);
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, String code, int status)
            throws IOException {
        if (answers.resolveException(request, response, null, new AccessRefused(code)) == null) {
            response.sendError(status);
        }
    }
}
