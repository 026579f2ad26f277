package org.refocusrecord.eventlog.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Something to ask of the database over one connection. */
@FunctionalInterface
interface SqlWork<T> {
    T over(Connection connection) throws SQLException;
}
