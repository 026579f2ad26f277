package org.refocusrecord.query.participation;

import com.fasterxml.jackson.annotation.JsonIgnore;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One part of participation.
 *
 * @param numerator what was counted
 * @param denominator out of what
 * @param value the one by the other; null where the part is missing
 * @param weight what the part weighs
 * @param missing whether it is unknown, which is never the same as nought
 * @param notCounted sessions held that do not count
 * @param known which share of what should be known is known; 0 where it is missing
 */
public record PartCount(
        Part part,
        Fraction numerator,
        Fraction denominator,
        @Nullable Fraction value,
        Fraction weight,
        boolean missing,
        List<NotCounted> notCounted,
        @JsonIgnore Fraction known) {

    /** A part, missing if there is nothing to count, or a gap says so. */
    static PartCount of(
            Part part,
            Fraction numerator,
            Fraction denominator,
            Fraction weight,
            boolean gap,
            List<NotCounted> notCounted,
            Fraction known) {
        boolean missing = gap || denominator.isZero();
        return new PartCount(
                part,
                numerator,
                denominator,
                missing ? null : numerator.by(denominator),
                weight,
                missing,
                notCounted,
                missing ? Fraction.ZERO : known);
    }
}
