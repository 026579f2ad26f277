package org.refocusrecord.app.projections;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Views as a table: a line each, under a line that says what stands there. */
final class ViewTable {

    private static final int DIGEST = 12;
    private static final List<String> TITLES =
            List.of("NAME", "VERSION", "STATE", "HANDLED", "OF", "ROWS", "DIGEST", "REBUILD");

    private ViewTable() {}

    static List<String> lines(JsonNode views) {
        List<List<String>> rows = new ArrayList<>(List.of(TITLES));
        views.forEach(view -> rows.add(row(view)));
        int[] widths = new int[TITLES.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static List<String> row(JsonNode view) {
        String digest = view.path("digest").asString("");
        return List.of(
                view.path("name").asString(""),
                number(view.path("version")),
                view.path("state").asString(""),
                number(view.path("handled")),
                number(view.path("head")),
                number(view.path("count")),
                digest.substring(0, Math.min(DIGEST, digest.length())),
                rebuild(view.path("rebuild")));
    }

    private static String number(JsonNode number) {
        return String.format(Locale.ROOT, "%,d", number.asLong());
    }

    private static String rebuild(JsonNode rebuild) {
        String state = rebuild.path("state").asString("");
        return state.isEmpty()
                ? "-"
                : "%s, version %d, %s of %s"
                        .formatted(
                                state,
                                rebuild.path("version").asInt(),
                                number(rebuild.path("handled")),
                                number(rebuild.path("of")));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String value = row.get(column);
            line.append(value).append(" ".repeat(widths[column] - value.length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
