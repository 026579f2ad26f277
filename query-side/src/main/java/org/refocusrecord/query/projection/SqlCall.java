package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done on a connection. */
@FunctionalInterface
interface SqlCall<T extends @Nullable Object> {

    T on(Connection connection) throws SQLException;
}
