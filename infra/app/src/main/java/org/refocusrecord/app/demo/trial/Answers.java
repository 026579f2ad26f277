package org.refocusrecord.app.demo.trial;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Made-up answers to questionnaires, by item. */
public final class Answers {

    private Answers() {}

    /** Items of a letter and numbers from 1; now and then one is left unanswered. */
    public static Body items(String letter, int count, Chance chance, IntFunction<Object> answer) {
        Body answers = Body.empty();
        IntStream.rangeClosed(1, count)
                .forEach(item -> {
                    Object given = answer.apply(item);
                    answers.with(letter + item, chance.percent(2) ? "MISSING" : given);
                });
        return answers;
    }
}
