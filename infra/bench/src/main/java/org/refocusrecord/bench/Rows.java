package org.refocusrecord.bench;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/**
 * Rows of whatever columns a table has, so that no column is forgotten that it gets later.
 *
 * @param columns their names in order
 * @param values the values of each row in that order
 */
record Rows(List<String> columns, List<@Nullable Object[]> values) {

    static Rows of(DataSource dataSource, String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            ResultSetMetaData meta = rows.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int column = 1; column <= meta.getColumnCount(); column++) {
                columns.add(meta.getColumnName(column));
            }
            List<@Nullable Object[]> values = new ArrayList<>();
            while (rows.next()) {
                @Nullable Object[] row = new @Nullable Object[columns.size()];
                for (int column = 0; column < row.length; column++) {
                    row[column] = value(rows, meta, column + 1);
                }
                values.add(row);
            }
            return new Rows(columns, values);
        }
    }

    private static @Nullable Object value(ResultSet rows, ResultSetMetaData meta, int column)
            throws SQLException {
        return meta.getColumnTypeName(column).equals("timestamptz")
                ? rows.getObject(column, OffsetDateTime.class)
                : rows.getObject(column);
    }

    int place(String column) {
        return columns.indexOf(column);
    }

    /** A value of a row by the name of its column. */
    Object value(int row, String column) {
        Object value = values.get(row)[place(column)];
        if (value == null) {
            throw new IllegalArgumentException(column + " is null");
        }
        return value;
    }
}
