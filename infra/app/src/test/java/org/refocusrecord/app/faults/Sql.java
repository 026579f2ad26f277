package org.refocusrecord.app.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What somebody says to the database who has a way into it. */
final class Sql {

    private Sql() {}

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
