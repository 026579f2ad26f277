package org.refocusrecord.web.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

import java.io.IOException;

/**
 * Breaks off answers that have begun and cannot be brought to their end, and says so in the log in
 * a line: the container would tell what was expected, such as a record that is busy, as if it were
 * a fault of the program.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class BrokenAnswers extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(BrokenAnswers.class);

    private final Problems problems;

    /** With the rules of what is which problem. */
    public BrokenAnswers(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException thrown) {
            if (!response.isCommitted()) {
                throw thrown;
            }
            throw brokenOff(thrown, request);
        }
    }

    /** The exception at which the container closes the connection, and says nothing by itself. */
    private CloseNowException brokenOff(Exception thrown, HttpServletRequest request) {
        Throwable cause = thrown.getCause();
        Problem problem =
                problems.of(thrown instanceof ServletException && cause != null ? cause : thrown);
        String id = problem.id() == null ? "" : " " + problem.id();
        tell(problem.code().code() + id, request);
        return new CloseNowException(problem.code().code(), thrown);
    }

    /** By the pattern, and not the path: what stands there is somebody's. */
    static void tell(String why, HttpServletRequest request) {
        LOG.warn(
                "an answer was broken off: {}, to {} {}",
                why,
                request.getMethod(),
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }
}
