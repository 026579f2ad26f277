package org.refocusrecord.app.postgres;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database of a running cluster that several servers may be given. */
public final class SharedDatabase {

    private SharedDatabase() {}

    /** The URL of a database whose owner may make the roles of two servers. */
    public static String in(DatabaseAccess access) throws SQLException {
        Login administrator = access.administrator();
        try (Connection connection = access.as(administrator).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database shared template template0");
        }
        int port = URI.create(access.jdbcUrl().substring("jdbc:".length())).getPort();
        return "postgresql://%s:%s@127.0.0.1:%d/shared"
                .formatted(administrator.role(), administrator.password(), port);
    }
}
