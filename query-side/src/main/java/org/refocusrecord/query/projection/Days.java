package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Days one after the other, the first and the last included; never empty. */
public record Days(LocalDate from, LocalDate to) {

    /** Refuses days that end before they begin. */
    public Days {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("from " + from + " to " + to);
        }
    }

    /** Those days; null where they end before they begin. */
    public static @Nullable Days between(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? null : new Days(from, to);
    }

    /** Whether a day is among them. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Those that are among others too; null if there are none. */
    public @Nullable Days within(Days other) {
        return between(
                from.isBefore(other.from) ? other.from : from,
                to.isAfter(other.to) ? other.to : to);
    }

    /** How many. */
    public long count() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** How many different days there are among several spans, of those within bounds. */
    public static long count(Collection<Days> spans, Days bounds) {
        List<Days> sorted = new ArrayList<>();
        for (Days span : spans) {
            Days within = span.within(bounds);
            if (within != null) {
                sorted.add(within);
            }
        }
        sorted.sort(Comparator.comparing(Days::from));
        long count = 0;
        LocalDate next = bounds.from;
        for (Days span : sorted) {
            LocalDate from = span.from.isBefore(next) ? next : span.from;
            if (!span.to.isBefore(from)) {
                count += new Days(from, span.to).count();
                next = span.to.plusDays(1);
            }
        }
        return count;
    }
}
