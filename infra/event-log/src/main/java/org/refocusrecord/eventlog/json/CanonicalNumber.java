package org.refocusrecord.eventlog.json;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Numbers as ECMAScript writes them, which RFC 8785 prescribes. A number is accepted when what is
 * written denotes exactly what was given; 9007199254740993, which a double rounds to its neighbour,
 * is refused.
 */
final class CanonicalNumber {

    /** Every integer up to here is a double of its own; above, neighbours begin to share one. */
    static final long LARGEST_SAFE = 1L << 53;

    private static final int LARGEST_PLAIN_EXPONENT = 21;
    private static final int SMALLEST_PLAIN_EXPONENT = -6;

    private CanonicalNumber() {}

    static String of(BigDecimal number) {
        double nearest = number.doubleValue();
        if (!Double.isFinite(nearest)) {
            throw new NotCanonical("A number is too large");
        }
        BigDecimal written = shortest(nearest);
        if (number.compareTo(written) != 0) {
            throw new NotCanonical("A number has more digits than a double keeps");
        }
        return ecmaScript(written);
    }

    /** Of a double, which is what it is: nothing is lost here. */
    static String of(double finite) {
        return ecmaScript(shortest(finite));
    }

    /**
     * The shortest decimal that reads back as this double, and of these the nearest. Java's own
     * rule is the same but that it never goes below two digits, so that the smallest doubles get
     * one too many.
     */
    private static BigDecimal shortest(double value) {
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (decimal.precision() == 2) {
            BigDecimal shorter = decimal.round(new MathContext(1));
            if (shorter.doubleValue() == value) {
                return shorter.stripTrailingZeros();
            }
        }
        return decimal;
    }

    private static String ecmaScript(BigDecimal stripped) {
        if (stripped.signum() == 0) {
            return "0";
        }
        String digits = stripped.unscaledValue().abs().toString();
        int point = digits.length() - stripped.scale();
        String sign = stripped.signum() < 0 ? "-" : "";
        if (point > SMALLEST_PLAIN_EXPONENT && point <= LARGEST_PLAIN_EXPONENT) {
            return sign + plain(digits, point);
        }
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return sign + digits.charAt(0) + fraction + (point > 0 ? "e+" : "e-") + Math.abs(point - 1);
    }

    private static String plain(String digits, int point) {
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return point >= digits.length()
                ? digits + "0".repeat(point - digits.length())
                : digits.substring(0, point) + "." + digits.substring(point);
    }
}
