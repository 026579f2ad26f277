package org.refocusrecord.web.query;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was asked for in a query, read. */
public final class QueryValues {

    private static final int USUAL_PAGE = 100;

    /** What says how much to answer and when, and nothing about what. */
    private static final Set<String> OF_THE_PAGE = Set.of("limit", "cursor", "minPosition");

    private final Map<String, String> texts;
    private final Map<String, Object> values;
    private final Cursor cursor;

    private QueryValues(Map<String, String> texts, Map<String, Object> values, Cursor cursor) {
        this.texts = Map.copyOf(texts);
        this.values = Map.copyOf(values);
        this.cursor = cursor;
    }

    static QueryValues of(
            String path, String resource, Map<String, String> texts, Map<String, Object> values) {
        Map<String, String> filters = new TreeMap<>(texts);
        filters.keySet().removeAll(OF_THE_PAGE);
        QueryValues read =
                new QueryValues(texts, values, Cursor.of(path + "\n" + resource + "\n" + filters));
        read.place();
        return read;
    }

    /** The value of a parameter, or null where it was left out. */
    @SuppressWarnings("unchecked") // Each value was read by the parameter of that name.
    public <T> @Nullable T get(QueryParameter<T> parameter) {
        return (T) values.get(parameter.name());
    }

    /** A parameter as it was sent, or null where it was left out. */
    public @Nullable String text(QueryParameter<?> parameter) {
        return texts.get(parameter.name());
    }

    /** How many elements a page should hold. */
    public int limit() {
        Integer limit = get(QueryParameter.LIMIT);
        return limit == null ? USUAL_PAGE : limit;
    }

    /** The place at which the page begins, as it was given to {@link #next}; null: the first. */
    public @Nullable List<String> place() {
        String sent = get(QueryParameter.CURSOR);
        if (sent == null) {
            return null;
        }
        List<String> place = cursor.read(sent);
        if (place == null) {
            throw new ProblemException(Fault.at("/cursor", ProblemCode.CURSOR_NOT_READABLE));
        }
        return place;
    }

    /** The cursor of the page that begins at a place, for this question and no other. */
    public String next(String... place) {
        return cursor.write(List.of(place));
    }
}
