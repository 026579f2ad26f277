package org.refocusrecord.eventlog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.refocusrecord.eventlog.store.Commands.command;
import static org.refocusrecord.eventlog.store.Commands.filled;
import static org.refocusrecord.eventlog.store.Commands.nextId;
import static org.refocusrecord.eventlog.store.Commands.nextStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Stream;

class RefusingChangesTest {
    @AutoClose static final LogDatabase LOG = new LogDatabase();

    @BeforeAll
    static void with_an_event_and_its_keys() {
        UsedKey key = new UsedKey(nextId(), 0, filled(60, 1));
        LOG.store().append(Commands.under(key, nextStream(), 0, filled(60, 2)));
        LOG.store().append(command(nextStream(), 0, 2));
    }

    static Stream<String> changes() {
        return Stream.of(
                "update refocus_log.event set payload = '{}'",
                "update refocus_log.event set posted_by = posted_by where false",
                "delete from refocus_log.event",
                "delete from refocus_log.event where false",
                "truncate refocus_log.event",
                "insert into refocus_log.event select * from refocus_log.event on conflict"
                        + " (position) do update set revision = 2",
                "merge into refocus_log.event e using (select 1) on true when matched then delete",
                "delete from refocus_log.log_floor",
                "truncate refocus_log.log_floor",
                "update refocus_log.log_identity set log_id = gen_random_uuid()",
                "delete from refocus_log.log_identity",
                "update refocus_log.data_format set format = 0",
                "delete from refocus_keys.record_key",
                "truncate refocus_keys.record_key",
                "delete from refocus_keys.data_key",
                "truncate refocus_keys.data_key",
                "update refocus_keys.record_key set stream = 'case/other'",
                "update refocus_keys.data_key set record_key_id = gen_random_uuid()");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void the_owner_is_refused(String change) {
        assertThatThrownBy(() -> LogDatabase.execute(LOG.owner(), change))
                .hasFieldOrPropertyWithValue("SQLState", "RR001");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_superuser_in_a_replicas_role_is_refused(String change) {
        String asReplica = "set session_replication_role = replica; " + change;

        assertThatThrownBy(() -> LogDatabase.execute(LOG.superuser(), asReplica))
                .hasFieldOrPropertyWithValue("SQLState", "RR001");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void the_appender_and_the_reader_lack_the_right(String change) {
        assertThatThrownBy(() -> LogDatabase.execute(LOG.appender(), change))
                .hasFieldOrPropertyWithValue("SQLState", "42501");
        assertThatThrownBy(() -> LogDatabase.execute(LOG.reader(), change))
                .hasFieldOrPropertyWithValue("SQLState", "42501");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into refocus_keys.data_key select * from refocus_keys.data_key",
                "insert into refocus_keys.record_key select * from refocus_keys.record_key",
                "update refocus_log.log_floor set floor = '2190-01-01'",
                "update refocus_keys.record_key set wrapped = null, destroyed_at = now()",
                "update refocus_keys.data_key set wrapped = null",
                "insert into refocus_log.log_identity values (true, gen_random_uuid(), now())",
                "insert into refocus_log.data_format (format) values (99)",
                "create table refocus_log.another (id int)",
                "drop table refocus_log.event",
                "alter table refocus_log.event disable trigger all",
                "set session_replication_role = replica"
            })
    void the_appender_may_not(String statement) {
        assertThatThrownBy(() -> LogDatabase.execute(LOG.appender(), statement))
                .hasFieldOrPropertyWithValue("SQLState", "42501");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into refocus_log.event select * from refocus_log.event",
                "insert into refocus_keys.data_key select * from refocus_keys.data_key",
                "insert into refocus_keys.record_key select * from refocus_keys.record_key",
                "select refocus_keys.destroy(gen_random_uuid(), '{}', '{}')",
                "select refocus_keys.keep_own_key(gen_random_uuid(), '\\x01')"
            })
    void the_reader_may_not(String statement) {
        assertThatThrownBy(() -> LogDatabase.execute(LOG.reader(), statement))
                .hasFieldOrPropertyWithValue("SQLState", "42501");
    }

    @Test
    void the_readers_append_is_a_fault() {
        assertThatThrownBy(() -> new LogStore(LOG.reader()).append(command(nextStream(), 0, 1)))
                .isInstanceOfSatisfying(
                        LogFault.class, fault -> assertThat(fault.sqlState()).isEqualTo("42501"));
    }
}
