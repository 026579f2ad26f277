package org.refocusrecord.app.contracts;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.ArrayList;
import java.util.List;

/** JSON laid out for readers and for comparing versions: what fits on a line stands on one. */
final class Layout {

    private static final int WIDTH = 120;
    private static final String STEP = "  ";

    private Layout() {}

    static String of(JsonNode json) {
        return laidOut(json, "", 0) + "\n";
    }

    /** {@code taken}: how much of the line stands before and behind it. */
    private static String laidOut(JsonNode json, String indent, int taken) {
        String line = inOneLine(json);
        if (!json.isContainer() || indent.length() + taken + line.length() <= WIDTH) {
            return line;
        }
        String inner = indent + STEP;
        List<String> parts = new ArrayList<>();
        if (json.isArray()) {
            json.forEach(element -> parts.add(inner + laidOut(element, inner, 1)));
            return "[\n" + String.join(",\n", parts) + "\n" + indent + "]";
        }
        json.properties()
                .forEach(member -> {
                    String name = quoted(member.getKey()) + ": ";
                    parts.add(inner + name + laidOut(member.getValue(), inner, name.length() + 1));
                });
        return "{\n" + String.join(",\n", parts) + "\n" + indent + "}";
    }

    private static String inOneLine(JsonNode json) {
        List<String> parts = new ArrayList<>();
        if (json.isArray()) {
            json.forEach(element -> parts.add(inOneLine(element)));
            return "[" + String.join(", ", parts) + "]";
        }
        if (json.isObject()) {
            json.properties()
                    .forEach(member ->
                            parts.add(
                                    quoted(member.getKey()) + ": " + inOneLine(member.getValue())));
            return "{" + String.join(", ", parts) + "}";
        }
        return json.toString();
    }

    private static String quoted(String name) {
        return JsonNodeFactory.instance.stringNode(name).toString();
    }
}
