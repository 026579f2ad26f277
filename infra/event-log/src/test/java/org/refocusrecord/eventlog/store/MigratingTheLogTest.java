package org.refocusrecord.eventlog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.refocusrecord.testkit.TestDatabase;

class MigratingTheLogTest {
    @AutoClose private final TestDatabase empty = TestDatabase.migrated("nothing", owner -> {});

    @Test
    void a_second_start_finds_everything_there_and_the_same_log() {
        LogMigrations.apply(empty.owner());
        LogIdentity first = new LogStore(empty.reader()).identity();

        LogMigrations.apply(empty.owner());

        assertThat(new LogStore(empty.reader()).identity()).isEqualTo(first);
    }

    @Test
    void data_of_a_later_version_is_left_alone() throws Exception {
        LogMigrations.apply(empty.owner());
        LogDatabase.execute(
                empty.owner(), "insert into refocus_log.data_format (format) values (2)");

        assertThatThrownBy(() -> LogMigrations.apply(empty.owner()))
                .isInstanceOf(DataIsNewer.class)
                .hasMessageContaining("format 2")
                .hasMessageContaining("up to 1");
    }

    @Test
    void a_role_is_made_once_and_keeps_the_latest_password() throws Exception {
        LogRoles.ensure(empty.superuser(), LogRoles.READER, "first".toCharArray());
        LogRoles.ensure(empty.superuser(), LogRoles.READER, LogRoles.READER.toCharArray());

        String stored =
                LogDatabase.single(
                        empty.superuser(),
                        "select rolpassword from pg_authid where rolname = 'refocus_reader'");

        assertThat(stored).startsWith("SCRAM-SHA-256$");
    }

    @Test
    void other_roles_are_not_ours_to_make() {
        assertThatThrownBy(() -> LogRoles.ensure(empty.superuser(), "postgres", new char[] {'x'}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
