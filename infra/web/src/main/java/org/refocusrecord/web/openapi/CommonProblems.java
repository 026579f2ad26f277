package org.refocusrecord.web.openapi;

import org.refocusrecord.web.problem.ProblemCode;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** The problems that every endpoint of a kind may answer with. */
final class CommonProblems {

    private static final Set<ProblemCode> OF_QUERIES =
            EnumSet.of(
                    ProblemCode.QUERY_UNKNOWN,
                    ProblemCode.QUERY_NOT_READABLE,
                    ProblemCode.VALUE_NOT_ALLOWED,
                    ProblemCode.RANGE_REVERSED,
                    ProblemCode.TIME_IN_FUTURE);

    private CommonProblems() {}

    static Set<ProblemCode> of(EndpointDescription endpoint) {
        Set<ProblemCode> codes = EnumSet.of(ProblemCode.FAULT);
        codes.addAll(endpoint.problems());
        if (!endpoint.open()) {
            codes.add(ProblemCode.TOKEN_MISSING);
            codes.add(ProblemCode.TOKEN_NOT_VALID);
            codes.add(ProblemCode.ISSUER_NOT_REACHABLE);
            codes.add(ProblemCode.LOG_BUSY);
            codes.add(ProblemCode.LOG_NOT_REACHABLE);
            codes.add(ProblemCode.KEY_NOT_HELD);
            codes.add(ProblemCode.EVENT_NOT_READABLE);
        }
        if (!endpoint.roles().isEmpty()) {
            codes.add(ProblemCode.ROLE_NOT_ENOUGH);
        }
        if (!endpoint.query().isEmpty()) {
            codes.addAll(OF_QUERIES);
        }
        if (endpoint.query().stream().anyMatch(parameter -> parameter.name().equals("cursor"))) {
            codes.add(ProblemCode.CURSOR_NOT_READABLE);
        }
        if (endpoint.query().stream()
                .anyMatch(parameter -> parameter.name().equals("minPosition"))) {
            codes.add(ProblemCode.VIEW_BEHIND);
        }
        if (endpoint.body() != null) {
            codes.add(ProblemCode.BODY_TOO_LARGE);
            codes.add(ProblemCode.BODY_NOT_JSON);
            Arrays.stream(ProblemCode.values())
                    .filter(code -> code.status() == 400)
                    .filter(code -> !isOfQueries(code))
                    .forEach(codes::add);
        }
        return codes;
    }

    private static boolean isOfQueries(ProblemCode code) {
        return code == ProblemCode.QUERY_UNKNOWN
                || code == ProblemCode.QUERY_NOT_READABLE
                || code == ProblemCode.CURSOR_NOT_READABLE;
    }
}
