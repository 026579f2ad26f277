package org.refocusrecord.app.demo.posting;

import org.refocusrecord.app.demo.trial.Post;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of the posts, and keeps the first refusals to show. */
public final class Tally {

    private static final int SHOWN = 20;

    private final Map<String, Integer> codes = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();
    private long recorded;
    private long repeated;
    private long refused;

    synchronized void count(String line, Post post, Outcome outcome) {
        switch (outcome) {
            case Outcome.Recorded() -> recorded++;
            case Outcome.Repeated() -> repeated++;
            case Outcome.Refused(var code, var faults) -> {
                refused++;
                codes.merge(code, 1, Integer::sum);
                if (examples.size() < SHOWN) {
                    examples.add("%s, %s: %s %s".formatted(line, post.command(), code, faults));
                }
            }
        }
    }

    /** How many were recorded now. */
    public synchronized long recorded() {
        return recorded;
    }

    /** How many had been recorded before. */
    public synchronized long repeated() {
        return repeated;
    }

    /** How many were refused. */
    public synchronized long refused() {
        return refused;
    }

    /** All of them. */
    public synchronized long all() {
        return recorded + repeated + refused;
    }

    /** How many were refused, by the problem's code. */
    public synchronized Map<String, Integer> codes() {
        return Collections.unmodifiableMap(new TreeMap<>(codes));
    }

    /** The first that were refused, and why. */
    public synchronized List<String> examples() {
        return List.copyOf(examples);
    }
}
