package org.refocusrecord.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.eventlog.store.LogMigrations;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.query.projection.ViewMigrations;
import org.refocusrecord.testkit.TestDatabase;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class UsingAGivenDatabaseTest {

    @AutoClose private static final TestDatabase DATABASE = TestDatabase.migrated("given", _ -> {});

    @TempDir private Path temporary;

    @Test
    void an_owner_who_may_make_roles_needs_no_other_help() throws SQLException {
        ownerOfRoles("given_owner");
        asSuperuser("grant create on database %s to given_owner".formatted(name(DATABASE)));

        DatabaseAccess access = given("given_owner", "word").start();

        LogMigrations.apply(access.as(access.owner()));
        connects(access, access.appender());
        connects(access, access.projector());
        assertThat(given("given_owner", "word").start()).isEqualTo(access);
    }

    @Test
    void an_owner_who_may_not_make_roles_is_told_what_is_wanting() throws SQLException {
        asSuperuser("create role poor_owner login password 'word'");

        assertThatThrownBy(() -> given("poor_owner", "word").start())
                .isInstanceOf(Hindrance.class)
                .hasMessageContaining("CREATEROLE")
                .hasMessageContaining("poor_owner")
                .hasMessageNotContaining("word");
    }

    @Test
    void a_database_that_is_away_is_said_to_be() {
        DataFolder folder = DataFolder.at(temporary);

        assertThatThrownBy(() ->
                        new GivenDatabase("postgresql://owner:word@127.0.0.1:1/record", folder)
                                .start())
                .isInstanceOf(Hindrance.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void two_records_on_one_server_leave_each_others_logins_alone() throws SQLException {
        for (String owner : List.of("first_owner", "second_owner")) {
            asSuperuser("create role %s login superuser password 'of_%1$s'".formatted(owner));
        }
        try (TestDatabase one = TestDatabase.migrated("given", _ -> {});
                TestDatabase other = TestDatabase.migrated("given", _ -> {})) {
            DatabaseAccess first = given(one, "first_owner", "of_first_owner").start();

            DatabaseAccess second = given(other, "second_owner", "of_second_owner").start();

            for (DatabaseAccess access : List.of(first, second)) {
                LogMigrations.apply(access.as(access.owner()));
                new LogStore(access.as(access.appender())).head();
                new LogStore(access.as(access.projector())).head();
            }
            assertThat(second.appender().role()).isNotEqualTo(first.appender().role());
            // Nor are those changed that somebody made on that server by hand.
            assertThatCode(() -> one.appender().getConnection().close()).doesNotThrowAnyException();
        }
    }

    @Test
    void servers_that_start_at_once_on_one_database_all_start() throws Exception {
        asSuperuser("create role hasty_owner login superuser password 'word'");
        try (TestDatabase fresh = TestDatabase.migrated("given", _ -> {});
                ExecutorService servers = Executors.newFixedThreadPool(8)) {
            GivenDatabase given = given(fresh, "hasty_owner", "word");

            List<Future<DatabaseAccess>> starts =
                    servers.invokeAll(Collections.nCopies(24, given::start));

            for (Future<DatabaseAccess> start : starts) {
                connects(start.get(), start.get().projector());
            }
        }
    }

    @Test
    void a_database_that_has_got_another_name_gets_its_views_anew() throws SQLException {
        ownerOfRoles("moving_owner");
        try (TestDatabase moved = TestDatabase.migrated("given", _ -> {})) {
            asSuperuser("grant create on database %s to moving_owner".formatted(name(moved)));
            DatabaseAccess before = given(moved, "moving_owner", "word").start();
            migrated(before);
            asSuperuser("alter database %s rename to moved".formatted(name(moved)));
            try {
                DatabaseAccess after = given(moved, "moving_owner", "word", "moved").start();

                assertThat(after.projector().role()).isNotEqualTo(before.projector().role());
                migrated(after);
                try (Connection connection = after.as(after.projector()).getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("create table refocus_views.any (one integer)");
                }
            } finally {
                asSuperuser("alter database moved rename to %s".formatted(name(moved)));
            }
        }
    }

    @Test
    void views_that_belong_to_a_stranger_are_for_an_administrator() throws SQLException {
        ownerOfRoles("wary_owner");
        asSuperuser("create role stranger");
        try (TestDatabase strange = TestDatabase.migrated("given", _ -> {});
                Connection connection = strange.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("grant create on database %s to wary_owner".formatted(name(strange)));
            statement.execute("create schema refocus_views authorization stranger");

            assertThatThrownBy(() -> given(strange, "wary_owner", "word").start())
                    .isInstanceOf(Hindrance.class)
                    .hasMessageContaining("refocus_views belongs to stranger")
                    .hasMessageContaining("drop the schema")
                    .hasMessageNotContaining("CREATEROLE");
        }
    }

    private static void ownerOfRoles(String name) throws SQLException {
        asSuperuser("create role %s login createrole password 'word'".formatted(name));
        asSuperuser(
                "grant refocus_appender, refocus_reader to %s with admin option".formatted(name));
    }

    private static void migrated(DatabaseAccess access) {
        LogMigrations.apply(access.as(access.owner()));
        ViewMigrations.apply(access.as(access.projector()));
    }

    private GivenDatabase given(String role, String password) {
        return given(DATABASE, role, password);
    }

    private GivenDatabase given(TestDatabase database, String role, String password) {
        return given(database, role, password, name(database));
    }

    private GivenDatabase given(TestDatabase server, String role, String password, String name) {
        int port = server.as(role).getPortNumbers()[0];
        return new GivenDatabase(
                "postgresql://%s:%s@127.0.0.1:%d/%s".formatted(role, password, port, name),
                DataFolder.at(temporary));
    }

    private static String name(TestDatabase database) {
        return String.valueOf(database.as("refocus_owner").getDatabaseName());
    }

    private static void connects(DatabaseAccess access, Login login) throws SQLException {
        try (Connection connection = access.as(login).getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection connection = DATABASE.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
