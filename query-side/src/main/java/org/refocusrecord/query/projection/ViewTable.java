package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A table of a view. Its rows belong to streams and are replaced stream by stream; each keeps its
 * hash beside it, so that the digest of the whole can be carried along.
 */
public final class ViewTable {

    /**
     * A column: ids, codes, dates, attribution and names. What a person said stands in no view.
     *
     * @param type its SQL type
     */
    public record Column(String name, String type) {}

    private final String name;
    private final List<Column> columns;
    private final RowHash hash;
    private final LiveRows live;

    /** A table of the schema of the views. */
    public ViewTable(String name, Column... columns) {
        this.name = name;
        this.columns = List.of(columns);
        // A row is the same on whichever side it lies.
        this.hash = new RowHash(Side.LIVE.table(name), this.columns);
        this.live = new LiveRows(name, this.columns, hash);
    }

    /** Its name on the live side, within the schema. */
    String name() {
        return name;
    }

    /** Puts new rows in the place of all that streams had; by how much that changes the tally. */
    Tally replace(Connection connection, Side side, Map<String, List<Row>> rows)
            throws SQLException {
        // Most events leave most rows as they were; what does not change is not written.
        Map<String, List<Row>> changed = new HashMap<>(rows);
        Map<String, List<String>> held = held(connection, side, rows.keySet());
        rows.forEach((stream, now) -> {
            if (hash.sorted(stream, now).equals(held.getOrDefault(stream, List.of()))) {
                changed.remove(stream);
            }
        });
        return changed.isEmpty()
                ? Tally.NONE
                : removed(connection, side, changed.keySet()).plus(add(connection, side, changed));
    }

    private Map<String, List<String>> held(
            Connection connection, Side side, Collection<String> streams) throws SQLException {
        String sql =
                "select stream, hash from "
                        + side.table(name)
                        + " where stream = any(?) order by hash";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, texts(connection, List.copyOf(streams)));
            Map<String, List<String>> held = new HashMap<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    held.computeIfAbsent(found.getString(1), _ -> new ArrayList<>())
                            .add(HexFormat.of().formatHex(found.getBytes(2)));
                }
            }
            return held;
        }
    }

    private Tally removed(Connection connection, Side side, Collection<String> streams)
            throws SQLException {
        String sql = "delete from " + side.table(name) + " where stream = any(?) returning hash";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setArray(1, texts(connection, List.copyOf(streams)));
            Tally change = Tally.NONE;
            try (ResultSet gone = delete.executeQuery()) {
                while (gone.next()) {
                    change = change.minusRow(gone.getBytes(1));
                }
            }
            return change;
        }
    }

    /** Adds the rows of streams that have none; by how much that changes the tally. */
    Tally add(Connection connection, Side side, Map<String, List<Row>> rows) throws SQLException {
        List<String> streams = new ArrayList<>();
        List<Row> all = new ArrayList<>();
        List<byte[]> hashes = new ArrayList<>();
        Tally change = Tally.NONE;
        for (Map.Entry<String, List<Row>> ofStream : rows.entrySet()) {
            for (Row row : ofStream.getValue()) {
                byte[] hashed = hash.of(ofStream.getKey(), row);
                streams.add(ofStream.getKey());
                hashes.add(hashed);
                all.add(row);
                change = change.plusRow(hashed);
            }
        }
        if (!all.isEmpty()) {
            insert(connection, side, streams, hashes, all);
        }
        return change;
    }

    private void insert(
            Connection connection,
            Side side,
            List<String> streams,
            List<byte[]> hashes,
            List<Row> rows)
            throws SQLException {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String arrays =
                columns.stream()
                        .map(column -> "?::text[]::" + column.type() + "[]")
                        .collect(Collectors.joining(", "));
        String sql =
                "insert into %s (stream, hash, %s) select * from unnest(?::text[], ?::bytea[], %s)"
                        .formatted(side.table(name), names, arrays);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setArray(1, texts(connection, streams));
            insert.setArray(2, connection.createArrayOf("bytea", hashes.toArray(byte[][]::new)));
            for (int index = 0; index < columns.size(); index++) {
                int column = index;
                List<@Nullable String> values = new ArrayList<>();
                rows.forEach(row -> values.add(row.values().get(column)));
                insert.setArray(index + 3, texts(connection, values));
            }
            insert.executeUpdate();
        }
    }

    private static Array texts(Connection connection, List<? extends @Nullable String> values)
            throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    /** Forgets everything that is live. */
    void clear(Connection connection) throws SQLException {
        String sql = "delete from " + Side.LIVE.table(name);
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.executeUpdate();
        }
    }

    /**
     * Tells of each live row, as it lies there, to which stream it belongs and what its hash is.
     */
    void recounted(Connection connection, BiConsumer<String, byte[]> row) throws SQLException {
        live.each(connection, (stream, now, _) -> row.accept(stream, now));
    }

    /** Tells of each live row to which stream it belongs, and the hash that lies beside it. */
    void written(Connection connection, BiConsumer<String, byte[]> row) throws SQLException {
        live.written(connection, row);
    }

    /** Tells of each live row that does not have the hash that was written with it, its stream. */
    void altered(Connection connection, Consumer<String> stream) throws SQLException {
        live.each(
                connection,
                (row, now, written) -> {
                    if (!Arrays.equals(now, written)) {
                        stream.accept(row);
                    }
                });
    }
}
