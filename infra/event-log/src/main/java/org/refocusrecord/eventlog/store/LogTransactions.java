package org.refocusrecord.eventlog.store;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * Several statements that hold together, for what follows the log and keeps something of its own.
 */
public final class LogTransactions {

    private final DataSource dataSource;

    /** On this database. */
    public LogTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** All of it or nothing; each statement sees what was committed before it. */
    public <T> T write(SqlWork<T> work) {
        return within(Connection.TRANSACTION_READ_COMMITTED, false, work);
    }

    /** All as it is at one moment. */
    public <T> T read(SqlWork<T> work) {
        return within(Connection.TRANSACTION_REPEATABLE_READ, true, work);
    }

    private <T> T within(int isolation, boolean readOnly, SqlWork<T> work) {
        try (Connection connection = connection()) {
            connection.setAutoCommit(true);
            connection.setReadOnly(readOnly);
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
            return committed(connection, work);
        } catch (SQLException error) {
            throw SqlErrors.working(error);
        } catch (Lost lost) {
            throw SqlErrors.working(lost.error);
        }
    }

    /** An error on its way through a function that knows none. */
    public static final class Lost extends RuntimeException {
        private final transient SQLException error;

        /** This error. */
        public Lost(SQLException error) {
            super(error);
            this.error = error;
        }
    }

    private static <T> T committed(Connection connection, SqlWork<T> work) throws SQLException {
        T result;
        try {
            result = work.over(connection);
            connection.commit();
        } catch (SQLException | RuntimeException | Error failed) {
            undo(connection, failed);
            throw failed;
        }
        reset(connection);
        return result;
    }

    /** Where the connection is lost it cannot be undone either; what went wrong first is told. */
    private static void undo(Connection connection, Throwable failed) {
        try {
            connection.rollback();
            reset(connection);
        } catch (SQLException lost) {
            failed.addSuppressed(lost);
        }
    }

    private static void reset(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }

    private Connection connection() {
        try {
            return dataSource.getConnection();
        } catch (SQLException error) {
            throw SqlErrors.connecting(error);
        }
    }
}
