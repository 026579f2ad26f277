package org.refocusrecord.query.projection;

import org.refocusrecord.eventlog.RecordedEvent;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Keeps a view of streams of one kind. A correction may change anything that was ever said in a
 * stream, so each stream that a page touches is folded whole, and its rows replaced.
 */
public final class StreamProjector implements Projector {

    private final String name;
    private final int version;
    private final int readsFrom;
    private final String kind;
    private final List<ViewTable> tables;
    private final Function<List<RecordedEvent>, Map<ViewTable, List<Row>>> fold;

    /**
     * A view.
     *
     * @param kind how the ids of its streams begin, {@code case/} and the like
     * @param fold the rows of one whole stream
     */
    public StreamProjector(
            String name,
            int version,
            String kind,
            List<ViewTable> tables,
            Function<List<RecordedEvent>, Map<ViewTable, List<Row>>> fold) {
        this(name, version, 1, kind, tables, fold);
    }

    private StreamProjector(
            String name,
            int version,
            int readsFrom,
            String kind,
            List<ViewTable> tables,
            Function<List<RecordedEvent>, Map<ViewTable, List<Row>>> fold) {
        this.name = name;
        this.version = version;
        this.readsFrom = readsFrom;
        this.kind = kind;
        this.tables = List.copyOf(tables);
        this.fold = fold;
    }

    /** The same; what versions before that one made cannot be read as what this one makes. */
    public StreamProjector readingFrom(int oldest) {
        return new StreamProjector(name, version, oldest, kind, tables, fold);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public int readsFrom() {
        return readsFrom;
    }

    @Override
    public List<ViewTable> tables() {
        return tables;
    }

    @Override
    public boolean follows(String stream) {
        return stream.startsWith(kind);
    }

    @Override
    public Tally apply(Page page, Connection connection) throws SQLException {
        Map<String, Map<ViewTable, List<Row>>> folded = new HashMap<>();
        for (List<RecordedEvent> stream : page.streams(kind)) {
            folded.put(stream.getFirst().stream(), fold.apply(stream));
        }
        Tally change = Tally.NONE;
        if (!folded.isEmpty()) {
            for (ViewTable table : tables) {
                Map<String, List<Row>> rows = new HashMap<>();
                folded.forEach((stream, tablesRows) ->
                        rows.put(stream, tablesRows.getOrDefault(table, List.of())));
                change =
                        change.plus(
                                page.isFirst()
                                        ? table.add(connection, page.side(), rows)
                                        : table.replace(connection, page.side(), rows));
            }
        }
        return change;
    }

    @Override
    public void clear(Connection connection) throws SQLException {
        for (ViewTable table : tables) {
            table.clear(connection);
        }
    }

    @Override
    public List<Tally> recounted(Connection connection, Segments segments) throws SQLException {
        return counted(segments, (table, row) -> table.recounted(connection, row));
    }

    @Override
    public List<Tally> written(Connection connection, Segments segments) throws SQLException {
        return counted(segments, (table, row) -> table.written(connection, row));
    }

    /** Goes through the rows of a table. */
    @FunctionalInterface
    private interface Count {
        void of(ViewTable table, BiConsumer<String, byte[]> row) throws SQLException;
    }

    private List<Tally> counted(Segments segments, Count count) throws SQLException {
        Tally[] tallies = new Tally[segments.number()];
        Arrays.fill(tallies, Tally.NONE);
        for (ViewTable table : tables) {
            count.of(
                    table,
                    (stream, hash) -> {
                        int segment = segments.of(stream);
                        tallies[segment] = tallies[segment].plusRow(hash);
                    });
        }
        return List.of(tallies);
    }
}
