package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/** Runs work in a transaction of its own: all of it, or nothing. */
final class Transactions {

    private final DataSource dataSource;

    Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Writes; sees what others have committed, statement by statement. */
    <T extends @Nullable Object> T write(SqlCall<T> call) {
        return run(call, Connection.TRANSACTION_READ_COMMITTED, false);
    }

    /** Reads; sees one state of the whole database. */
    <T extends @Nullable Object> T read(SqlCall<T> call) {
        return run(call, Connection.TRANSACTION_REPEATABLE_READ, true);
    }

    /**
     * Reads tables of views; sees one state of the whole database. While it does nobody puts other
     * tables in their place. That must be sure before the state is taken, and to lock takes none.
     */
    <T extends @Nullable Object> T readViews(SqlCall<T> call) {
        return locked("refocus_views.readers", call);
    }

    /**
     * The same, of some tables only: whoever reads for long lets other views be put in their place.
     * What goes through all of a large table takes longer than anything else may.
     *
     * @param tables as statements name them, in the order in which they are put in their place
     */
    <T extends @Nullable Object> T readTables(String tables, SqlCall<T> call) {
        return locked(
                tables,
                connection -> {
                    execute(connection, "set local statement_timeout = '1h'");
                    return call.on(connection);
                });
    }

    private <T extends @Nullable Object> T locked(String tables, SqlCall<T> call) {
        return read(connection -> {
            execute(connection, "lock table " + tables + " in access share mode");
            return call.on(connection);
        });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private <T extends @Nullable Object> T run(SqlCall<T> call, int isolation, boolean readOnly) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setReadOnly(readOnly);
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
            try {
                T answer = call.on(connection);
                connection.commit();
                return answer;
            } finally {
                // After a commit there is nothing to undo; after anything else, all of it.
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setReadOnly(false);
            }
        } catch (SQLException error) {
            throw new ViewsNotReachable(error);
        }
    }
}
