package org.refocusrecord.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

class SharingAServerTest {
    private final AtomicInteger migrations = new AtomicInteger();

    @Test
    void each_database_is_fresh_though_its_kind_is_migrated_once() throws SQLException {
        try (TestDatabase one = TestDatabase.migrated("counted", this::migrate);
                TestDatabase other = TestDatabase.migrated("counted", this::migrate)) {
            execute(one.owner(), "insert into note values ('here')");

            assertThat(single(one.owner(), "select count(*) from note")).isEqualTo("1");
            assertThat(single(other.owner(), "select count(*) from note")).isEqualTo("0");
            assertThat(migrations).hasValue(1);
        }
    }

    @Test
    void each_role_is_itself() throws SQLException {
        try (TestDatabase database = TestDatabase.migrated("plain", owner -> {})) {
            assertThat(single(database.owner(), "select current_user")).isEqualTo("refocus_owner");
            assertThat(single(database.appender(), "select current_user"))
                    .isEqualTo("refocus_appender");
            assertThat(single(database.reader(), "select current_user"))
                    .isEqualTo("refocus_reader");
            assertThat(single(database.superuser(), "show is_superuser")).isEqualTo("on");
        }
    }

    @Test
    void a_closed_database_is_gone() {
        TestDatabase database = TestDatabase.migrated("plain", owner -> {});
        database.close();

        assertThatThrownBy(() -> single(database.as("refocus_owner"), "select 1"))
                .hasMessageContaining("does not exist");
    }

    @Test
    void the_server_is_as_durable_as_a_real_one() throws SQLException {
        try (TestDatabase database = TestDatabase.migrated("plain", owner -> {})) {
            assertThat(single(database.reader(), "show fsync")).isEqualTo("on");
            assertThat(single(database.reader(), "show synchronous_commit")).isEqualTo("on");
            assertThat(single(database.reader(), "show full_page_writes")).isEqualTo("on");
        }
    }

    private void migrate(DataSource owner) {
        migrations.incrementAndGet();
        try {
            execute(owner, "create table note (text text)");
        } catch (SQLException error) {
            throw new IllegalStateException(error);
        }
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String single(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
