package org.refocusrecord.query.scores;

import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Answers.Level;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** The items of a scale that were answered with a number that counts. */
record Levels(List<Integer> values) {

    /** Items {@code from} to {@code to} of a letter, as far as they were answered with a number. */
    static Levels of(Answers.Given answers, String letter, int from, int to) {
        List<Integer> values = new ArrayList<>();
        for (int item = from; item <= to; item++) {
            if (answers.byItem().get(letter + item) instanceof Level(int value)) {
                values.add(value);
            }
        }
        return new Levels(values);
    }

    Levels where(IntPredicate counts) {
        return new Levels(values.stream().filter(counts::test).toList());
    }

    Levels as(IntUnaryOperator change) {
        return new Levels(values.stream().map(change::applyAsInt).toList());
    }

    int count() {
        return values.size();
    }

    int sum() {
        return values.stream().mapToInt(Integer::intValue).sum();
    }

    Ratio total() {
        return Ratio.of(sum());
    }

    /** The mean; there must be something to take it of. */
    Ratio mean() {
        return new Ratio(sum(), count());
    }
}
