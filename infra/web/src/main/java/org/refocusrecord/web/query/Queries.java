package org.refocusrecord.web.query;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.web.json.JsonPlace;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The query parameters of one read: all that it takes, and nothing else. A mistyped parameter is
 * refused, because the answer would be to another question.
 */
public final class Queries {

    private final String path;
    private final Map<String, QueryParameter<?>> parameters;
    private final List<QueryParameter<?>> inOrder;

    private Queries(String path, List<QueryParameter<?>> parameters) {
        this.path = path;
        this.inOrder = List.copyOf(parameters);
        this.parameters =
                parameters.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        QueryParameter::name, Function.identity()));
    }

    /** The parameters of the read at a path, such as {@code /cases/{id}/timeline}. */
    public static Queries of(String path, QueryParameter<?>... parameters) {
        return new Queries(path, List.of(parameters));
    }

    /** The parameters, for the OpenAPI document. */
    public List<QueryParameter<?>> parameters() {
        return inOrder;
    }

    /** Reads the query of a request; throws the problem of one that cannot be read. */
    public QueryValues read(HttpServletRequest request, QueryClock clock) {
        return read(request.getRequestURI(), request.getQueryString(), clock);
    }

    /** Reads a query; {@code resource} is the whole path that was asked for. */
    QueryValues read(String resource, @Nullable String query, QueryClock clock) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> texts = new HashMap<>();
        Map<String, Object> values = new HashMap<>();
        for (QueryString.Pair pair : QueryString.pairs(query, faults)) {
            QueryParameter<?> parameter = parameters.get(pair.name());
            if (parameter == null) {
                faults.add(fault(pair.name(), ProblemCode.QUERY_UNKNOWN));
            } else if (texts.put(pair.name(), pair.value()) != null) {
                faults.add(new Fault(at(pair.name()), ProblemCode.QUERY_NOT_READABLE, "Once."));
            } else {
                read(parameter, pair.value(), clock, values, faults);
            }
        }
        checkWhole(texts, values, faults);
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(faults));
        }
        return QueryValues.of(path, resource, texts, values);
    }

    private static void read(
            QueryParameter<?> parameter,
            String text,
            QueryClock clock,
            Map<String, Object> values,
            List<Fault> faults) {
        Object value = parameter.reader().read(text, clock);
        if (value == null) {
            boolean readable =
                    parameter.readable() != null && parameter.readable().matcher(text).matches();
            faults.add(
                    fault(
                            parameter.name(),
                            readable
                                    ? ProblemCode.VALUE_NOT_ALLOWED
                                    : ProblemCode.QUERY_NOT_READABLE));
            return;
        }
        if (clock.isTooEarly(value)) {
            faults.add(fault(parameter.name(), ProblemCode.TIME_TOO_EARLY));
        } else if (parameter.notInFuture()
                && value instanceof Instant at
                && at.isAfter(clock.now())) {
            faults.add(fault(parameter.name(), ProblemCode.TIME_IN_FUTURE));
        }
        values.put(parameter.name(), value);
    }

    private void checkWhole(
            Map<String, String> texts, Map<String, Object> values, List<Fault> faults) {
        for (QueryParameter<?> parameter : inOrder) {
            if (parameter.required() && !texts.containsKey(parameter.name())) {
                faults.add(
                        new Fault(
                                at(parameter.name()),
                                ProblemCode.QUERY_NOT_READABLE,
                                "It has to be given."));
            }
        }
        if (values.get("from") instanceof Instant from
                && values.get("to") instanceof Instant to
                && from.isAfter(to)) {
            faults.add(fault("to", ProblemCode.RANGE_REVERSED));
        }
    }

    private static Fault fault(String name, ProblemCode code) {
        return Fault.at(at(name), code);
    }

    private static String at(String name) {
        return JsonPlace.ROOT.member(name).pointer();
    }
}
