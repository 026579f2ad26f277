package org.refocusrecord.eventlog.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Something to ask of the database over one connection. */
@FunctionalInterface
public interface SqlWork<T> {
    /** What it answers. */
    T over(Connection connection) throws SQLException;
}
