package org.refocusrecord.app.contracts;

import java.util.LinkedHashMap;
import java.util.Map;

/** Small parts of the document. */
final class Part {

    private Part() {}

    /** Of names and values in turn. */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> part = new LinkedHashMap<>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            part.put((String) namesAndValues[index], namesAndValues[index + 1]);
        }
        return part;
    }

    /** What stands elsewhere in the document. */
    static Map<String, Object> ref(String place) {
        return of("$ref", "#/" + place);
    }

    /** A text, with what it means. */
    static Map<String, Object> text(String meaning) {
        return of("description", meaning, "type", "string");
    }

    /** A text that keeps to a pattern. */
    static Map<String, Object> text(String meaning, String pattern) {
        return of("description", meaning, "type", "string", "pattern", pattern);
    }

    /** A text of a format. */
    static Map<String, Object> formatted(String meaning, String format) {
        return of("description", meaning, "type", "string", "format", format);
    }

    /** Always the same text. */
    static Map<String, Object> fixed(String text) {
        return of("type", "string", "const", text);
    }

    /** A whole number as so many bytes, the most significant first. */
    static Map<String, Object> number(String meaning, int bytes) {
        return of(
                "description",
                meaning + " %d bytes, the most significant first.".formatted(bytes),
                "type",
                "integer",
                "format",
                bytes == Integer.BYTES ? "int32" : "int64");
    }
}
