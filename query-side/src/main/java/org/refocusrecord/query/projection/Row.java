package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Id;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The values of one row, in the order of the table's columns, each in the one form of its kind. */
public record Row(List<@Nullable String> values) {

    /** Of ids, days, instants, numbers, enumerations and texts. */
    public static Row of(@Nullable Object... values) {
        List<@Nullable String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(value == null ? null : text(value));
        }
        return new Row(Collections.unmodifiableList(texts));
    }

    private static String text(Object value) {
        return switch (value) {
            case Id id -> id.value().toString();
            case LocalDate day -> day.toString();
            // The database knows no smaller parts of a second.
            case Instant instant -> instant.truncatedTo(ChronoUnit.MICROS).toString();
            case Enum<?> code -> code.name();
            case Number number -> number.toString();
            case String text -> text;
            default -> throw new IllegalArgumentException("no value: " + value.getClass());
        };
    }
}
