package org.refocusrecord.eventlog.store;

import java.nio.charset.StandardCharsets;

/** A string as RFC 8785 writes it. */
final class JsonText {
    private JsonText() {}

    static String of(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("Half a surrogate pair has no canonical form");
        }
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        text.chars().forEach(unit -> append(json, (char) unit));
        return json.append('"').toString();
    }

    private static void append(StringBuilder json, char unit) {
        switch (unit) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\t' -> json.append("\\t");
            case '\n' -> json.append("\\n");
            case '\f' -> json.append("\\f");
            case '\r' -> json.append("\\r");
            default -> {
                if (unit < ' ') {
                    json.append("\\u%04x".formatted((int) unit));
                } else {
                    json.append(unit);
                }
            }
        }
    }
}
