package org.refocusrecord.web.openapi;

import org.refocusrecord.events.Party;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.Wording;
import org.refocusrecord.web.problem.ProblemCode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Schemas that many bodies and answers share, and that no record alone describes. */
final class CommonSchemas {

    private CommonSchemas() {}

    static void addTo(Map<String, Object> components) {
        components.put("Person", person());
        components.put(
                "NamedPerson",
                Schema.of(
                        "type", "object",
                        "properties", Schema.of("party", parties(true), "id", string(100)),
                        "required", List.of("party", "id")));
        components.put("Words", words());
        components.put("Answers", answers());
        components.put("Problem", problem(Schema.of("type", "string", "enum", problemCodes())));
    }

    private static Map<String, Object> person() {
        return Schema.of(
                "description",
                "A party and an id, or the bare word of a party: short for the only participant of"
                        + " that party.",
                "oneOf",
                List.of(
                        parties(false),
                        Schema.object(
                                Schema.of(
                                        "party", parties(false), "id", Schema.orNull(string(100))),
                                List.of("party"))));
    }

    private static Map<String, Object> words() {
        return Schema.of(
                "description",
                "What somebody said: a text alone, or with who stated it and how. In the"
                        + " replacement of a correction {\"asBefore\": true} lets it stay.",
                "oneOf",
                List.of(
                        string(10_000),
                        Schema.object(
                                Schema.of(
                                        "text",
                                        string(10_000),
                                        "statedBy",
                                        Schema.orNull(Schema.ref("Person")),
                                        "wording",
                                        Schema.orNull(codes(Wording.values())),
                                        "lang",
                                        Schema.orNull(
                                                Schema.of(
                                                        "type",
                                                        "string",
                                                        "pattern",
                                                        "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$")),
                                        "sharing",
                                        Schema.orNull(codes(Sharing.values()))),
                                List.of("text")),
                        asBefore()));
    }

    private static Map<String, Object> answers() {
        return Schema.of(
                "description",
                "Answers by item code; an item left out is missing. Which items there are, and"
                        + " what they take, is said by the instrument and its version.",
                "oneOf",
                List.of(
                        Schema.of(
                                "type",
                                "object",
                                "not",
                                Schema.of("required", List.of("asBefore")),
                                "additionalProperties",
                                Schema.of("type", List.of("integer", "string", "null"))),
                        asBefore()));
    }

    private static Map<String, Object> asBefore() {
        return Schema.object(
                Schema.of("asBefore", Schema.of("type", "boolean", "const", true)),
                List.of("asBefore"));
    }

    /** A problem whose codes have this schema. */
    static Map<String, Object> problem(Map<String, Object> code) {
        Map<String, Object> fault =
                Schema.of(
                        "type", "object",
                        "properties",
                                Schema.of(
                                        "pointer", Schema.of("type", "string"),
                                        "code", code,
                                        "message", Schema.of("type", "string")),
                        "required", List.of("pointer", "code", "message"));
        return Schema.of(
                "type", "object",
                "properties",
                        Schema.of(
                                "type", Schema.of("type", "string", "format", "uri-reference"),
                                "title", Schema.of("type", "string"),
                                "status", Schema.of("type", "integer"),
                                "code", code,
                                "detail", Schema.of("type", "string"),
                                "id", Schema.of("type", "string", "format", "uuid"),
                                "retryAfter", Schema.of("type", "integer"),
                                "errors", Schema.of("type", "array", "items", fault)),
                "required", List.of("type", "title", "status", "code", "detail", "errors"));
    }

    static List<String> problemCodes() {
        return Arrays.stream(ProblemCode.values()).map(ProblemCode::code).toList();
    }

    private static Map<String, Object> parties(boolean withInterpreter) {
        return Schema.of(
                "type",
                "string",
                "enum",
                Arrays.stream(Party.values())
                        .filter(party -> withInterpreter || party != Party.INTERPRETER)
                        .map(Party::name)
                        .toList());
    }

    private static Map<String, Object> codes(Enum<?>[] constants) {
        return Schema.of(
                "type", "string", "enum", Arrays.stream(constants).map(Enum::name).toList());
    }

    private static Map<String, Object> string(int max) {
        return Schema.of("type", "string", "minLength", 1, "maxLength", max);
    }
}
