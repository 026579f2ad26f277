package org.refocusrecord.app.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.refocusrecord.app.contracts.Comparison.Side;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two schemas that are compared, and every breach that must be found. */
final class Compared {

    /** Of more members, and of names of those that are required. */
    static final String OPEN =
            """
            {"type": "object", "properties": {"a": {"type": "string"}%s}, "required": [%s]}\
            """;

    /** The same, and no others are allowed. */
    static final String CLOSED =
            """
            {"type": "object", "properties": {"a": {"type": "string"}%s}, "required": [%s],
             "additionalProperties": false}\
            """;

    static final String AND_B = ", \"b\": {\"type\": \"string\"}";

    private Compared() {}

    static void written(String before, String now, String... breaches) {
        compared(Side.WRITTEN, before, now, breaches);
    }

    static void read(String before, String now, String... breaches) {
        compared(Side.READ, before, now, breaches);
    }

    private static void compared(Side side, String before, String now, String... breaches) {
        assertThat(Comparison.breaches(side, json(before), json(now)))
                .extracting(breach -> breach.pointer() + " " + breach.why())
                .containsExactly(breaches);
    }

    private static JsonNode json(String schema) {
        return JsonMapper.shared().readTree(schema);
    }
}
