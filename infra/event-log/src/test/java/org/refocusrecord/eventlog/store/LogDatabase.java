package org.refocusrecord.eventlog.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.refocusrecord.testkit.TestDatabase;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import javax.sql.DataSource;

/** A fresh log for a test class, with a pool of the appender's connections. */
final class LogDatabase implements AutoCloseable {
    private final TestDatabase database = TestDatabase.migrated("log", LogMigrations::apply);
    private final HikariDataSource appender = pool(database.as("refocus_appender"));

    LogDatabase() {
        store().keepOwnKey(Commands.OWN_KEY, Commands.filled(60, 9));
    }

    LogStore store() {
        return new LogStore(appender);
    }

    DataSource appender() {
        return appender;
    }

    /** An append in a transaction that the test holds open. */
    static AppendResult within(Connection connection, Append append) throws SQLException {
        return GroupAppend.results(
                        connection,
                        CommandTypes.of(connection),
                        List.of(append),
                        List.of(new EventCopy(append)))
                .getFirst();
    }

    DataSource reader() {
        return database.reader();
    }

    DataSource owner() {
        return database.owner();
    }

    DataSource superuser() {
        return database.superuser();
    }

    static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String single(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static HikariDataSource pool(DataSource dataSource) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        appender.close();
        database.close();
    }
}
