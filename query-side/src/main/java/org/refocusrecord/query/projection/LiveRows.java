package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.projection.ViewTable.Column;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The live rows of a table as they lie there, hashed anew. */
final class LiveRows {

    /** As many as are in memory when all of them are read. */
    private static final int ROWS_AT_ONCE = 5_000;

    private final String table;
    private final List<Column> columns;
    private final RowHash hash;

    LiveRows(String table, List<Column> columns, RowHash hash) {
        this.table = table;
        this.columns = columns;
        this.hash = hash;
    }

    /** Tells of each. */
    void each(Connection connection, Recount recount) throws SQLException {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        try (PreparedStatement query =
                connection.prepareStatement(
                        "select stream, hash, " + names + " from " + Side.LIVE.table(table))) {
            query.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    List<@Nullable String> values = new ArrayList<>();
                    for (int index = 0; index < columns.size(); index++) {
                        values.add(stored(found, index + 3, columns.get(index)));
                    }
                    String stream = found.getString(1);
                    recount.of(stream, hash.of(stream, new Row(values)), found.getBytes(2));
                }
            }
        }
    }

    /** Tells of each to which stream it belongs, and the hash that lies beside it. */
    void written(Connection connection, BiConsumer<String, byte[]> row) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select stream, hash from " + Side.LIVE.table(table))) {
            query.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    row.accept(found.getString(1), found.getBytes(2));
                }
            }
        }
    }

    /** Is told of a row to which stream it belongs, what its hash is, and what it was. */
    @FunctionalInterface
    interface Recount {
        void of(String stream, byte[] now, byte[] written);
    }

    private static @Nullable String stored(ResultSet found, int index, Column column)
            throws SQLException {
        if (column.type().equals("timestamptz")) {
            OffsetDateTime moment = found.getObject(index, OffsetDateTime.class);
            return moment == null ? null : moment.toInstant().toString();
        }
        return found.getString(index);
    }
}
