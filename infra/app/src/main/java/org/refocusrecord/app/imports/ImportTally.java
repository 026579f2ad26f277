package org.refocusrecord.app.imports;

import java.util.SortedMap;
import java.util.TreeMap;

/** How many lines were recorded, recorded before, and refused for what. */
final class ImportTally {

    private long recorded;
    private long repeated;
    private long refused;
    private final SortedMap<String, Long> codes = new TreeMap<>();

    void recordedOne() {
        recorded++;
    }

    void repeatedOne() {
        repeated++;
    }

    void refusedOne(String code) {
        refused++;
        codes.merge(code, 1L, Long::sum);
    }

    long recorded() {
        return recorded;
    }

    long repeated() {
        return repeated;
    }

    long refused() {
        return refused;
    }

    long all() {
        return recorded + repeated + refused;
    }

    /** How often lines were refused for which first reason. */
    SortedMap<String, Long> codes() {
        return codes;
    }
}
