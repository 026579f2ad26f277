package org.refocusrecord.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Several measurements of one thing.
 *
 * @param rounds what each round gave, in the order of the rounds
 */
record Spread(List<Double> rounds) {

    Spread {
        rounds = List.copyOf(rounds);
    }

    double median() {
        List<Double> sorted = rounds.stream().sorted().toList();
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }

    double least() {
        return rounds.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    double most() {
        return rounds.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    /** Round by round, how many times the other: what was slow for both does not show. */
    Spread over(Spread other) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < Math.min(rounds.size(), other.rounds.size()); round++) {
            ratios.add(rounds.get(round) / other.rounds.get(round));
        }
        return new Spread(ratios);
    }

    /** With so many digits after the point. */
    String text(int digits) {
        String number = "%,." + digits + "f";
        return (number + " (" + number + "–" + number + ")").formatted(median(), least(), most());
    }
}
