package org.refocusrecord.query.scores;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An exact fraction, so that nothing is rounded before the end. */
record Ratio(long over, long under) {

    static Ratio of(long whole) {
        return new Ratio(whole, 1);
    }

    Ratio plus(Ratio other) {
        return new Ratio(over * other.under + other.over * under, under * other.under);
    }

    Ratio times(long factor) {
        return new Ratio(over * factor, under);
    }

    Ratio by(long divisor) {
        return new Ratio(over, under * divisor);
    }

    BigDecimal rounded() {
        BigDecimal value =
                BigDecimal.valueOf(over)
                        .divide(BigDecimal.valueOf(under), 2, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
