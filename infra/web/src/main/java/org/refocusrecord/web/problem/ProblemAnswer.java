package org.refocusrecord.web.problem;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

import java.io.IOException;

/** Writes a problem as an answer where no controller can. */
public final class ProblemAnswer {

    private ProblemAnswer() {}

    /** Writes it, unless an answer has begun; headers that were set stay. */
    public static void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        byte[] body = ProblemJson.bytes(problem);
        response.setContentType(ProblemJson.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.retryAfter() != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
