package org.refocusrecord.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerMapping;

import java.io.IOException;
import java.net.SocketTimeoutException;

/** Turns whatever a controller, or Spring on the way to one, throws into a problem. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ProblemAdvice {

    private final Problems problems;

    /** With the rules of what is which problem. */
    public ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    /**
     * Answers with the problem. An answer that has begun cannot become another one: the exception
     * goes on to the container, which breaks the connection off, so that nobody takes half an
     * answer for a whole one.
     */
    @ExceptionHandler
    public void answer(Throwable thrown, HttpServletRequest request, HttpServletResponse response)
            throws Throwable {
        if (thrown instanceof AsyncRequestNotUsableException) {
            if (NestedExceptionUtils.getMostSpecificCause(thrown)
                    instanceof SocketTimeoutException) {
                BrokenAnswers.tell("its reader took nothing for too long", request);
            }
            return;
        }
        if (isBrokenOff(request)) {
            request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, thrown);
            return;
        }
        if (response.isCommitted()) {
            throw thrown;
        }
        if (isOfFiles(thrown, request)) {
            ProblemAnswer.write(response, Problem.of(ProblemCode.PATH_UNKNOWN));
            return;
        }
        Problem problem = problems.of(thrown);
        if (thrown instanceof ErrorResponse framework) {
            copyAllow(framework, response);
        }
        ProblemAnswer.write(response, problem);
    }

    /**
     * The container notes that a sender broke off, and answers by itself; told of the problem it
     * answers with that.
     */
    private static boolean isBrokenOff(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException;
    }

    /**
     * Spring takes any path that it does not know for a file's, which can be read if it is there.
     */
    private static boolean isOfFiles(Throwable thrown, HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return thrown instanceof HttpRequestMethodNotSupportedException
                && "/**".equals(String.valueOf(pattern));
    }

    private static void copyAllow(ErrorResponse framework, HttpServletResponse response) {
        String allow = framework.getHeaders().getFirst(HttpHeaders.ALLOW);
        if (allow != null) {
            response.setHeader(HttpHeaders.ALLOW, allow);
        }
    }
}
