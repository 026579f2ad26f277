package org.refocusrecord.web.query;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Id;
import org.refocusrecord.web.json.Instants;
import org.refocusrecord.web.json.Uuids;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One query parameter of a read: how it is called, what it is for, how it is read.
 *
 * @param <T> what it is read as
 * @param name its name
 * @param meaning one sentence for the OpenAPI document
 * @param schema its JSON Schema
 * @param required whether it has to be given
 * @param notInFuture whether it may not name a moment that has not come
 * @param readable what can be read, though not all of it may be allowed; null: all that is read
 * @param reader reads it; null: not readable, or not allowed
 */
public record QueryParameter<T>(
        String name,
        String meaning,
        Map<String, Object> schema,
        boolean required,
        boolean notInFuture,
        @Nullable Pattern readable,
        Reader<T> reader) {

    /** The common bounds of a page of a list. */
    private static final int LARGEST_PAGE = 1000;

    private static final Pattern NUMBER = Pattern.compile("0|-?[1-9]\\d{0,17}");

    /** With as many digits as a number may have. */
    private static final long MOST_THAT_IS_COUNTED = 999_999_999_999_999_999L;

    private static final Pattern DAYS =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d(,\\d{4}-\\d\\d-\\d\\d)*");

    private static final Pattern ANY_CODE = Pattern.compile("[A-Za-z0-9_+-]+");

    /** What had happened: place on the line at most this. */
    public static final QueryParameter<Instant> AS_OF =
            moment("asOf", "What had happened by then; a day means its end, today now.", true);

    /** What had been recorded: recorded at most then. */
    public static final QueryParameter<Instant> KNOWN_AT =
            moment(
                    "knownAt",
                    "What had been recorded by then; a day means its end, today now.",
                    true);

    /** The beginning of a range; a day means its beginning. */
    public static final QueryParameter<Instant> FROM =
            optional(
                    "from",
                    "From then on; a day means its beginning.",
                    moments(),
                    null,
                    (text, clock) -> clock.beginning(text));

    /** The end of a range, included; a day means its end. */
    public static final QueryParameter<Instant> TO =
            moment("to", "Up to then; a day means its end, today now.", false);

    /** How many elements a page holds. */
    public static final QueryParameter<Integer> LIMIT =
            number("limit", "How many elements; 100 if left out.", 1, LARGEST_PAGE);

    /** Where the next page begins. */
    public static final QueryParameter<String> CURSOR =
            text("cursor", "The next of the page before.", 4000);

    /** The position that the answer has to contain. */
    public static final QueryParameter<Long> MIN_POSITION =
            count(
                    "minPosition",
                    "Wait, at most 5 seconds, until the answer contains this position.");

    /** Reads a value; null: not readable. */
    @FunctionalInterface
    public interface Reader<T> {
        /** The value of a text, by the service's clock. */
        @Nullable T read(String text, QueryClock clock);
    }

    /** An id. */
    public static <T extends Id> QueryParameter<T> id(
            String name, String meaning, Function<UUID, T> maker) {
        return optional(
                name,
                meaning,
                schema("type", "string", "format", "uuid"),
                null,
                (text, clock) -> {
                    UUID id = Uuids.uuid(text);
                    return id == null ? null : maker.apply(id);
                });
    }

    /** One of the constants of an enum, by name or by what its {@code toString} gives. */
    public static <E extends Enum<E>> QueryParameter<E> code(
            String name, String meaning, Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        return optional(
                name,
                meaning,
                schema("type", "string", "enum", constants.stream().map(Object::toString).toList()),
                ANY_CODE,
                (text, clock) ->
                        constants.stream()
                                .filter(constant -> constant.toString().equals(text))
                                .findFirst()
                                .orElse(null));
    }

    /** A whole number between two bounds, both included. */
    public static QueryParameter<Integer> number(String name, String meaning, int min, int max) {
        return optional(
                name,
                meaning,
                schema("type", "integer", "minimum", min, "maximum", max),
                NUMBER,
                (text, clock) -> {
                    Long value = natural(text);
                    return value != null && value >= min && value <= max ? value.intValue() : null;
                });
    }

    /** How many, or where: a whole number from 0 on. */
    public static QueryParameter<Long> count(String name, String meaning) {
        return optional(
                name,
                meaning,
                schema("type", "integer", "minimum", 0, "maximum", MOST_THAT_IS_COUNTED),
                NUMBER,
                (text, clock) -> natural(text));
    }

    /** A text that is not blank, and has no NUL, which no database keeps. */
    public static QueryParameter<String> text(String name, String meaning, int max) {
        return optional(
                name,
                meaning,
                schema("type", "string", "minLength", 1, "maxLength", max),
                null,
                (text, clock) ->
                        text.isBlank() || text.length() > max || text.indexOf('\0') >= 0
                                ? null
                                : text);
    }

    /** A day. */
    public static QueryParameter<LocalDate> day(String name, String meaning) {
        return optional(
                name,
                meaning,
                schema("type", "string", "format", "date"),
                null,
                (text, clock) -> Instants.day(text));
    }

    /** Several days, one after the other in time, with commas between them. */
    public static QueryParameter<List<LocalDate>> days(String name, String meaning, int most) {
        return optional(
                name,
                meaning,
                schema(
                        "type",
                        "string",
                        "pattern",
                        "^\\d{4}-\\d\\d-\\d\\d(,\\d{4}-\\d\\d-\\d\\d)*$"),
                DAYS,
                (text, clock) -> days(text, most));
    }

    private static @Nullable List<LocalDate> days(String text, int most) {
        if (!DAYS.matcher(text).matches()) {
            return null;
        }
        List<LocalDate> days = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            LocalDate day = Instants.day(each);
            if (day == null || (!days.isEmpty() && !day.isAfter(days.getLast()))) {
                return null;
            }
            days.add(day);
        }
        return days.size() > most ? null : List.copyOf(days);
    }

    /** The same parameter, that has to be given. */
    public QueryParameter<T> asRequired() {
        return new QueryParameter<>(name, meaning, schema, true, notInFuture, readable, reader);
    }

    /** One that may be left out and is no moment that has to have come. */
    private static <T> QueryParameter<T> optional(
            String name,
            String meaning,
            Map<String, Object> schema,
            @Nullable Pattern readable,
            Reader<T> reader) {
        return new QueryParameter<>(name, meaning, schema, false, false, readable, reader);
    }

    private static QueryParameter<Instant> moment(
            String name, String meaning, boolean notInFuture) {
        return new QueryParameter<>(
                name,
                meaning,
                moments(),
                false,
                notInFuture,
                null,
                (text, clock) -> clock.end(text));
    }

    private static @Nullable Long natural(String text) {
        return NUMBER.matcher(text).matches() && !text.startsWith("-") ? Long.valueOf(text) : null;
    }

    private static Map<String, Object> moments() {
        return schema(
                "type",
                "string",
                "anyOf",
                List.of(Map.of("format", "date-time"), Map.of("format", "date")));
    }

    private static Map<String, Object> schema(Object... pairs) {
        Map<String, Object> schema = new LinkedHashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            schema.put((String) pairs[index], pairs[index + 1]);
        }
        return schema;
    }
}
