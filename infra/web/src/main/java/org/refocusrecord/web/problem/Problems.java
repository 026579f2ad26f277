package org.refocusrecord.web.problem;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.web.json.JsonPlace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Finds the problem that an exception amounts to; what nobody expected is a fault. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** What is no request of HTTP: there is no parameter to point at. */
    static final Problem NO_REQUEST =
            new Problem(
                    ProblemCode.QUERY_NOT_READABLE,
                    "Send a request of HTTP/1.1: one Host, one Content-Length or chunks, a path and"
                            + " headers of ordinary form, and no longer together than the service"
                            + " takes, which is 32 KB where nothing else is set.",
                    List.of(
                            new Fault(
                                    "",
                                    ProblemCode.QUERY_NOT_READABLE,
                                    "The request line or a header cannot be read, or they are too"
                                            + " long.")),
                    null,
                    null);

    private final List<ProblemTranslator> translators;

    /** With the translators of other modules. */
    public Problems(List<ProblemTranslator> translators) {
        this.translators = List.copyOf(translators);
    }

    /** The problem of anything thrown. A fault is logged with its id, and only there in full. */
    public Problem of(Throwable thrown) {
        if (thrown instanceof ProblemException expected) {
            return expected.problem();
        }
        return translators.stream()
                .map(translator -> translator.translate(thrown))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> ofFramework(thrown));
    }

    private static Problem ofFramework(Throwable thrown) {
        return switch (thrown) {
            case MissingServletRequestParameterException missing ->
                    unreadable(missing.getParameterName());
            case MethodArgumentTypeMismatchException mismatch
                    when mismatch.getParameter().hasParameterAnnotation(PathVariable.class) ->
                    Problem.of(ProblemCode.PATH_UNKNOWN);
            case MethodArgumentTypeMismatchException mismatch -> unreadable(mismatch.getName());
            case HttpMessageNotReadableException _ -> Problem.of(ProblemCode.JSON_NOT_READABLE);
            case ErrorResponse response -> ofStatus(response.getStatusCode(), thrown);
            default -> fault(thrown);
        };
    }

    private static Problem unreadable(String parameter) {
        return Problem.of(
                List.of(
                        Fault.at(
                                JsonPlace.ROOT.member(parameter).pointer(),
                                ProblemCode.QUERY_NOT_READABLE)));
    }

    private static Problem ofStatus(HttpStatusCode status, Throwable thrown) {
        Problem problem = ofStatus(status.value());
        return problem == null ? fault(thrown) : problem;
    }

    /** The problem of a status that somebody else set; null where that says nothing. */
    static @Nullable Problem ofStatus(int status) {
        return switch (status) {
            // The container knows no such transfer coding or method, or can read no such request.
            case 400, 501 -> NO_REQUEST;
            case 401 -> Problem.of(ProblemCode.TOKEN_NOT_VALID);
            case 403 -> Problem.of(ProblemCode.ROLE_NOT_ENOUGH);
            case 404 -> Problem.of(ProblemCode.PATH_UNKNOWN);
            case 405 -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED);
            case 406 -> Problem.of(ProblemCode.ACCEPT_NOT_OFFERED);
            case 413 -> Problem.of(ProblemCode.BODY_TOO_LARGE);
            case 415 -> Problem.of(ProblemCode.BODY_NOT_JSON);
            case 429 -> Problem.of(ProblemCode.RATE_TOO_HIGH);
            case 503 -> Problem.of(ProblemCode.LOG_NOT_REACHABLE);
            default -> null;
        };
    }

    private static Problem fault(Throwable thrown) {
        String id = UUID.randomUUID().toString();
        LOG.error("fault {}", id, thrown);
        return Problem.fault(id);
    }

    /** A fault of which only a status is known. */
    static Problem faultOfStatus(int status) {
        String id = UUID.randomUUID().toString();
        LOG.error("fault {}: the container answered {}", id, status);
        return Problem.fault(id);
    }
}
