package org.refocusrecord.query.scores;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * One score of a questionnaire.
 *
 * @param rule the rule that it was computed by, with its version
 * @param scale what is scored
 * @param value rounded half up to 2 decimals; null where it cannot be scored
 * @param state whether it could be scored
 * @param items how many items it rests on
 */
public record Score(String rule, String scale, @Nullable BigDecimal value, State state, int items) {

    /** Whether a score could be computed: what is missing is no zero. */
    public enum State {
        SCORED,
        NOT_SCORABLE
    }

    static Score scored(String rule, String scale, Ratio value, int items) {
        return new Score(rule, scale, value.rounded(), State.SCORED, items);
    }

    static Score notScorable(String rule, String scale, int items) {
        return new Score(rule, scale, null, State.NOT_SCORABLE, items);
    }
}
