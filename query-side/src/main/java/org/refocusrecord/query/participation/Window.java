package org.refocusrecord.query.participation;

import org.refocusrecord.query.projection.Days;

import java.time.LocalDate;

/**
 * The months of the intervention, counted from a team's start, as seen on a day. Months are those
 * of the calendar; where one is shorter, its last day.
 *
 * @param from the first day
 * @param months how many months
 * @param asked the day on which the question is asked
 */
record Window(LocalDate from, int months, LocalDate asked) {

    /** The last day. */
    LocalDate to() {
        return from.plusMonths(months).minusDays(1);
    }

    boolean isStarted() {
        return !asked.isBefore(from);
    }

    boolean isClosed() {
        return asked.isAfter(to());
    }

    /** The day up to which is counted. */
    LocalDate day() {
        return isClosed() ? to() : asked;
    }

    /** Whether a day is in the window, and has come. */
    boolean counts(LocalDate other) {
        return !other.isBefore(from) && !other.isAfter(day());
    }

    /** The days from the start up to the day that counts. */
    Days soFar() {
        return new Days(from, day());
    }

    /** The days of a month, the first month being 1. */
    Days month(int month) {
        return new Days(from.plusMonths(month - 1L), from.plusMonths(month).minusDays(1));
    }
}
