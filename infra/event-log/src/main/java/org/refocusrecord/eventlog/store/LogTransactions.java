package org.refocusrecord.eventlog.store;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * Several statements that hold together, for what follows the log and keeps something of its own.
 */
public final class LogTransactions {

    private final LogConnections connections;

    /** On this database. */
    public LogTransactions(DataSource dataSource) {
        this.connections = new LogConnections(dataSource);
    }

    /** All of it or nothing; each statement sees what was committed before it. */
    public <T> T write(SqlWork<T> work) {
        return within(Connection.TRANSACTION_READ_COMMITTED, false, work);
    }

    /** All as it is at one moment. */
    public <T> T read(SqlWork<T> work) {
        return within(Connection.TRANSACTION_REPEATABLE_READ, true, work);
    }

    /** A pool that lends the connection sets it back; whoever else lends it closes it. */
    private <T> T within(int isolation, boolean readOnly, SqlWork<T> work) {
        return connections.write(connection -> {
            connection.setReadOnly(readOnly);
            connection.setTransactionIsolation(isolation);
            try {
                return work.over(connection);
            } catch (Lost lost) {
                throw lost.error;
            }
        });
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
}
