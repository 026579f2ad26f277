package org.refocusrecord.app.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many lines were recorded, recorded before, and refused for what. It may be asked by another
 * thread than counts, since an import can be broken off.
 */
final class ImportTally {

    private long recorded;
    private long repeated;
    private long refused;
    private final SortedMap<String, Long> codes = new TreeMap<>();
    private final SortedMap<String, Unknown> unknown = new TreeMap<>();

    /** How often an outcome came that this program does not know, and of which line first. */
    private record Unknown(long count, String first) {}

    synchronized void recordedOne() {
        recorded++;
    }

    synchronized void repeatedOne() {
        repeated++;
    }

    synchronized void refusedOne(String code) {
        refused++;
        codes.merge(code, 1L, Long::sum);
    }

    /** Whether that line was recorded, only a newer program can tell. */
    synchronized void unknownOne(String outcome, String line) {
        unknown.merge(
                outcome,
                new Unknown(1, line),
                (before, next) -> new Unknown(before.count() + next.count(), before.first()));
    }

    synchronized boolean isClean() {
        return refused == 0 && unknown.isEmpty();
    }

    synchronized long all() {
        return recorded
                + repeated
                + refused
                + unknown.values().stream().mapToLong(Unknown::count).sum();
    }

    /** In lines for whoever called. */
    synchronized List<String> told() {
        List<String> told = new ArrayList<>();
        told.add("recorded %d, repeated %d, refused %d".formatted(recorded, repeated, refused));
        codes.forEach((code, count) -> told.add("  %s %d".formatted(code, count)));
        unknown.forEach((outcome, lines) ->
                told.add(
                        "The server says %s of %d %s, first of %s, and this program does not know what that is: it is older than the server."
                                .formatted(
                                        outcome.isEmpty() ? "nothing" : outcome,
                                        lines.count(),
                                        lines.count() == 1 ? "line" : "lines",
                                        lines.first())));
        return told;
    }
}
