package org.refocusrecord.web.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Small parts of JSON Schema. */
final class Schema {

    /** The codes that are known today: a validator passes the list by. */
    static final String GROWING = "x-extensible-enum";

    private Schema() {}

    static Map<String, Object> of(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            map.put((String) pairs[index], pairs[index + 1]);
        }
        return map;
    }

    static Map<String, Object> ref(String name) {
        return of("$ref", "#/components/schemas/" + name);
    }

    static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        return of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                required,
                "additionalProperties",
                false);
    }

    /**
     * One of these codes, or one that a later release knows: where readers have to bear with more,
     * the list is no {@code enum}.
     */
    static Map<String, Object> growing(List<String> codes) {
        return of("type", "string", GROWING, codes);
    }

    /** The same, or null: absent and null are the same. */
    static Map<String, Object> orNull(Map<String, Object> schema) {
        return schema.containsKey("type") || schema.containsKey("$ref")
                ? of("anyOf", List.of(schema, of("type", "null")))
                : schema;
    }

    /** {@code GOAL_STATUS} and {@code own-entries} as {@code GoalStatus} and {@code OwnEntries}. */
    static String name(String code) {
        StringBuilder name = new StringBuilder();
        for (String word : code.split("[-_]", -1)) {
            name.append(Character.toUpperCase(word.charAt(0)));
            name.append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
