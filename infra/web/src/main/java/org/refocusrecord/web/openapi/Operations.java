package org.refocusrecord.web.openapi;

import org.refocusrecord.events.shape.RecordShape;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemJson;
import org.refocusrecord.web.query.QueryParameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the document says of one endpoint. */
final class Operations {

    private static final Pattern PATH_VARIABLE = Pattern.compile("\\{([A-Za-z]+)}");

    private final BodySchemas bodies;
    private final AnswerSchemas answers;

    Operations(Map<String, Object> schemas) {
        this.bodies = new BodySchemas(schemas);
        this.answers = new AnswerSchemas(schemas);
    }

    Map<String, Object> of(EndpointDescription endpoint) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", operationId(endpoint));
        operation.put("summary", endpoint.summary());
        if (endpoint.open()) {
            operation.put("security", List.of());
        } else if (!endpoint.roles().isEmpty()) {
            operation.put("description", "For " + String.join(", ", endpoint.roles()) + ".");
            operation.put("x-roles", endpoint.roles());
        }
        List<Object> parameters = parameters(endpoint);
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        if (endpoint.body() != null) {
            operation.put(
                    "requestBody",
                    Schema.of("required", true, "content", content(endpoint.body())));
        }
        operation.put("responses", responses(endpoint));
        return operation;
    }

    private static String operationId(EndpointDescription endpoint) {
        String words = endpoint.path().replaceAll("^/api/v\\d+", "").replaceAll("[^A-Za-z]+", "-");
        String trimmed = words.replaceAll("^-|-$", "");
        return endpoint.method().toLowerCase(Locale.ROOT)
                + (trimmed.isEmpty() ? "" : Schema.name(trimmed));
    }

    private static List<Object> parameters(EndpointDescription endpoint) {
        List<Object> parameters = new ArrayList<>();
        PATH_VARIABLE
                .matcher(endpoint.path())
                .results()
                .map(Operations::pathParameter)
                .forEach(parameters::add);
        for (QueryParameter<?> parameter : endpoint.query()) {
            parameters.add(
                    Schema.of(
                            "name", parameter.name(),
                            "in", "query",
                            "description", parameter.meaning(),
                            "required", parameter.required(),
                            "schema", parameter.schema()));
        }
        for (String header : endpoint.headers()) {
            parameters.add(
                    Schema.of(
                            "name", header, "in", "header", "schema", Schema.of("type", "string")));
        }
        return parameters;
    }

    private static Map<String, Object> pathParameter(MatchResult variable) {
        boolean id = variable.group(1).toLowerCase(Locale.ROOT).endsWith("id");
        return Schema.of(
                "name",
                variable.group(1),
                "in",
                "path",
                "required",
                true,
                "schema",
                id ? Schema.of("type", "string", "format", "uuid") : Schema.of("type", "string"));
    }

    private Map<String, Object> content(BodyDescription body) {
        return switch (body) {
            case BodyDescription.OfCommand(var name, var ofPath) ->
                    json(bodies.command(name, ofPath));
            case BodyDescription.OfRecord(var type) -> json(bodies.record(RecordShape.of(type)));
            case BodyDescription.OfLines(var meaning) ->
                    Schema.of(
                            "application/x-ndjson",
                            Schema.of(
                                    "schema", Schema.of("type", "string", "description", meaning)));
        };
    }

    private static Map<String, Object> json(Map<String, Object> schema) {
        return Schema.of("application/json", Schema.of("schema", schema));
    }

    private Map<String, Object> responses(EndpointDescription endpoint) {
        Map<String, Object> responses = new TreeMap<>();
        endpoint.answers().stream()
                .collect(
                        Collectors.groupingBy(
                                AnswerDescription::status, TreeMap::new, Collectors.toList()))
                .forEach((status, same) -> responses.put(String.valueOf(status), response(same)));
        CommonProblems.of(endpoint).stream()
                .collect(
                        Collectors.groupingBy(
                                ProblemCode::status, TreeMap::new, Collectors.toList()))
                .forEach((status, codes) -> responses.put(String.valueOf(status), problem(codes)));
        return responses;
    }

    /** Answers of one status are the same in several media types, some with a header more. */
    private Map<String, Object> response(List<AnswerDescription> same) {
        String meaning =
                same.stream()
                        .map(AnswerDescription::meaning)
                        .distinct()
                        .collect(Collectors.joining(" "));
        Map<String, Object> response = Schema.of("description", meaning);
        Map<String, Object> headers = new LinkedHashMap<>();
        same.stream()
                .flatMap(answer -> answer.headers().stream())
                .forEach(name ->
                        headers.put(name, Schema.of("schema", Schema.of("type", "string"))));
        if (!headers.isEmpty()) {
            response.put("headers", headers);
        }
        Map<String, Object> content = new LinkedHashMap<>();
        for (AnswerDescription answer : same) {
            if (answer.mediaType() != null) {
                Map<String, Object> schema =
                        answer.form() == null
                                ? Schema.of("type", "string")
                                : answers.of(answer.form());
                content.put(answer.mediaType(), Schema.of("schema", schema));
            }
        }
        if (!content.isEmpty()) {
            response.put("content", content);
        }
        return response;
    }

    private static Map<String, Object> problem(List<ProblemCode> codes) {
        String description =
                codes.stream()
                        .map(code -> "`" + code.code() + "` " + code.title() + ".")
                        .collect(Collectors.joining("\n"));
        return Schema.of(
                "description",
                description,
                "content",
                Schema.of(ProblemJson.MEDIA_TYPE, Schema.of("schema", Schema.ref("Problem"))));
    }
}
