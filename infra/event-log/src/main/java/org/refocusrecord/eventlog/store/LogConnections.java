package org.refocusrecord.eventlog.store;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * Lends a connection, for one statement that is a transaction of its own or for several that are
 * one, and translates what goes wrong.
 */
final class LogConnections {
    private final DataSource dataSource;

    LogConnections(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    <T> T ask(SqlWork<T> work) {
        try (Connection connection = connection()) {
            connection.setAutoCommit(true);
            return work.over(connection);
        } catch (SQLException error) {
            throw SqlErrors.working(error);
        }
    }

    /**
     * All of it or nothing, in one transaction: as the connection is set, or as the work sets it
     * first.
     */
    <T> T write(SqlWork<T> work) {
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            T result;
            try {
                result = work.over(connection);
                connection.commit();
            } catch (SQLException | RuntimeException | Error failed) {
                undo(connection, failed);
                throw failed;
            }
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException error) {
            throw SqlErrors.working(error);
        }
    }

    /** Where the connection is lost it cannot be undone either; what went wrong first is told. */
    private static void undo(Connection connection, Throwable failed) {
        try {
            if (failed instanceof SQLException error && SqlErrors.isOfTheConnection(error)) {
                // Whoever asked it for anything more would wait as long again for nothing.
                connection.abort(Runnable::run);
            } else {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException | RuntimeException lost) {
            failed.addSuppressed(lost);
        }
    }

    private Connection connection() {
        try {
            return dataSource.getConnection();
        } catch (SQLException error) {
            throw SqlErrors.connecting(error);
        }
    }
}
