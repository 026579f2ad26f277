package org.refocusrecord.eventlog.store;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * Lends a connection on which each statement is a transaction of its own, and translates what goes
 * wrong.
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

    private Connection connection() {
        try {
            return dataSource.getConnection();
        } catch (SQLException error) {
            throw SqlErrors.connecting(error);
        }
    }
}
