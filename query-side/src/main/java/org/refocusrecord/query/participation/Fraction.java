package org.refocusrecord.query.participation;

import com.fasterxml.jackson.annotation.JsonValue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact fraction in its lowest terms: nothing is rounded before it is shown. */
public record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {

    /** Nothing. */
    public static final Fraction ZERO = of(0);

    /** A whole. */
    public static final Fraction ONE = of(1);

    private static final int PLACES = 4;

    /** In lowest terms, the minus, if any, above. */
    public Fraction {
        if (under.signum() == 0) {
            throw new ArithmeticException("a fraction of nothing");
        }
        BigInteger common = over.gcd(under).max(BigInteger.ONE);
        common = under.signum() < 0 ? common.negate() : common;
        over = over.divide(common);
        under = under.divide(common);
    }

    /** A whole number. */
    public static Fraction of(long whole) {
        return of(whole, 1);
    }

    /** So many of so many. */
    public static Fraction of(long over, long under) {
        return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    /** The sum. */
    public Fraction plus(Fraction other) {
        return new Fraction(
                over.multiply(other.under).add(other.over.multiply(under)),
                under.multiply(other.under));
    }

    /** The difference. */
    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.over.negate(), other.under));
    }

    /** The product. */
    public Fraction times(Fraction other) {
        return new Fraction(over.multiply(other.over), under.multiply(other.under));
    }

    /** The quotient. */
    public Fraction by(Fraction other) {
        return new Fraction(over.multiply(other.under), under.multiply(other.over));
    }

    /** Whether it is nothing. */
    public boolean isZero() {
        return over.signum() == 0;
    }

    /** As it is shown: rounded half up to four decimals. */
    @JsonValue
    public BigDecimal shown() {
        BigDecimal value =
                new BigDecimal(over)
                        .divide(new BigDecimal(under), PLACES, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    @Override
    public int compareTo(Fraction other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }

    @Override
    public String toString() {
        return over + "/" + under;
    }
}
