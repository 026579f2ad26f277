package org.refocusrecord.eventlog.words;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * JSON read and written on nothing but the JDK, as {@link SecondReader} needs it. Members keep the
 * order of the text; numbers are whole.
 */
final class SecondJson {

    private final String text;
    private int at;

    private SecondJson(String text) {
        this.text = text;
    }

    static @Nullable Object read(String text) {
        return new SecondJson(text).value();
    }

    /** Members by name, for the names in use here are ASCII; numbers without a fraction. */
    static String canonical(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String string -> quoted(string);
            case List<?> list ->
                    list.stream()
                            .map(SecondJson::canonical)
                            .collect(Collectors.joining(",", "[", "]"));
            case Map<?, ?> map ->
                    new TreeMap<>(map)
                            .entrySet().stream()
                                    .map(one ->
                                            canonical(one.getKey())
                                                    + ":"
                                                    + canonical(one.getValue()))
                                    .collect(Collectors.joining(",", "{", "}"));
            default -> value.toString();
        };
    }

    private static String quoted(String string) {
        return string.chars()
                .mapToObj(c -> quoted((char) c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static String quoted(char c) {
        int known = "\b\t\n\f\r\"\\".indexOf(c);
        if (known >= 0) {
            return "\\" + "btnfr\"\\".charAt(known);
        }
        return c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    }

    private @Nullable Object value() {
        return switch (next()) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> string();
            case 't' -> literal("rue", true);
            case 'f' -> literal("alse", false);
            case 'n' -> literal("ull", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (char c = next(); c != '}'; c = next()) {
            if (c == '"') {
                String name = string();
                next();
                members.put(name, value());
            }
        }
        return members;
    }

    private List<@Nullable Object> elements() {
        List<@Nullable Object> elements = new ArrayList<>();
        for (char c = next(); c != ']'; c = next()) {
            if (c != ',') {
                at--;
            }
            elements.add(value());
        }
        return elements;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
            string.append(c == '\\' ? escaped() : c);
        }
        return string.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        if (c == 'u') {
            at += 4;
            return (char) Integer.parseInt(text, at - 4, at, 16);
        }
        int known = "btnfr".indexOf(c);
        return known < 0 ? c : "\b\t\n\f\r".charAt(known);
    }

    private @Nullable Object literal(String rest, @Nullable Object value) {
        at += rest.length();
        return value;
    }

    private Object number() {
        int start = --at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return (long) Double.parseDouble(text.substring(start, at));
    }

    private char next() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.charAt(at++);
    }
}
