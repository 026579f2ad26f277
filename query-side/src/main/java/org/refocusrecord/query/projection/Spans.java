package org.refocusrecord.query.projection;

/** Spans of days as tables hold them: both days are in them, and what lasts has no last day. */
public final class Spans {

    private Spans() {}

    /** The condition that a span covers a day. */
    public static String cover(String table, String day) {
        return "%1$s.from_day <= %2$s and (%1$s.to_day is null or %1$s.to_day >= %2$s)"
                .formatted(table, day);
    }
}
