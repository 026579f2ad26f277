package org.refocusrecord.eventlog.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.refocusrecord.testkit.TestDatabase;

import javax.sql.DataSource;

class RequiringDurableSettingsTest {
    @AutoClose
    static final TestDatabase DATABASE = TestDatabase.migrated("log", LogMigrations::apply);

    @Test
    void the_servers_of_these_tests_lose_nothing() {
        assertThatCode(() -> DurableSettings.require(DATABASE.appender()))
                .doesNotThrowAnyException();
    }

    @Test
    void a_commit_that_does_not_wait_for_the_disk_is_found_out() {
        assertThatThrownBy(() -> DurableSettings.require(with("synchronous_commit", "off")))
                .isInstanceOf(NotDurable.class)
                .hasMessageContaining("synchronous_commit is off and must be on or remote_apply");
    }

    @Test
    void a_commit_that_waits_for_the_standby_too_is_welcome() {
        assertThatCode(() -> DurableSettings.require(with("synchronous_commit", "remote_apply")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_server_that_is_too_old_is_refused() {
        assertThatThrownBy(() -> DurableSettings.require(DATABASE.appender(), 99))
                .isInstanceOf(NotDurable.class)
                .hasMessageContaining("PostgreSQL is 18 and must be 99 or later");
    }

    private static DataSource with(String setting, String value) {
        PGSimpleDataSource dataSource = DATABASE.as("refocus_appender");
        dataSource.setOptions("-c " + setting + "=" + value);
        return dataSource;
    }
}
