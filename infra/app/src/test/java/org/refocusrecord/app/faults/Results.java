package org.refocusrecord.app.faults;

import org.refocusrecord.app.faults.Strike.Result;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of many strikes, for whoever reads the build. */
final class Results {

    private Results() {}

    /** By step and victim: how many, what their callers were answered, and what was there. */
    static void tell(List<Result> results) {
        results.stream()
                .collect(Collectors.groupingBy(Result::step, TreeMap::new, Collectors.toList()))
                .forEach((step, atIt) ->
                        atIt.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Result::victim, TreeMap::new, Collectors.toList()))
                                .forEach((victim, of) -> tell(step + ", " + victim, of)));
        Console.tell(results.size() + " in all");
    }

    private static void tell(String group, List<Result> of) {
        Console.tell(
                "%-55s %3d: answered %s, recorded %d, written together %s"
                        .formatted(
                                group,
                                of.size(),
                                counted(of, Result::answer),
                                of.stream().filter(Result::isRecorded).count(),
                                counted(of, Result::together)));
    }

    private static Map<String, Long> counted(List<Result> results, Function<Result, Object> by) {
        return results.stream()
                .collect(
                        Collectors.groupingBy(
                                result -> by.apply(result).toString(),
                                TreeMap::new,
                                Collectors.counting()));
    }
}
