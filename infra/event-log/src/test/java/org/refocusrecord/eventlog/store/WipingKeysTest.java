package org.refocusrecord.eventlog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.eventlog.store.Commands.erasing;
import static org.refocusrecord.eventlog.store.Commands.filled;
import static org.refocusrecord.eventlog.store.Commands.nextId;
import static org.refocusrecord.eventlog.store.Commands.nextStream;
import static org.refocusrecord.eventlog.store.Commands.recorded;
import static org.refocusrecord.eventlog.store.Commands.under;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.refocusrecord.eventlog.store.KeyWiping.Outcome;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** After an erasure the tables of keys are written anew, once, and not under somebody's eyes. */
@Isolated("any transaction on the server may keep it waiting")
class WipingKeysTest {

    private static final long ANY = Long.MAX_VALUE;

    @AutoClose private final LogDatabase log = new LogDatabase();
    private final LogStore store = log.store();
    private final AtomicInteger logWrittenOver = new AtomicInteger();
    private final KeyWiping wiping =
            new KeyWiping(log.owner(), () -> logWrittenOver.incrementAndGet() > 0);
    private final String stream = nextStream();
    private final UUID keyId = nextId();

    private void erase() {
        recorded(
                store.append(
                        under(new UsedKey(keyId, 0, filled(60, 3)), stream, 0, filled(60, 4))));
        recorded(store.append(erasing(stream, 1, new Erasure(List.of(keyId), List.of()))));
    }

    @Test
    void it_is_due_after_an_erasure_and_once() {
        assertThat(wiping.wipe(ANY)).isEqualTo(Outcome.NOT_DUE);
        erase();

        assertThat(wiping.wipe(ANY)).isEqualTo(Outcome.WIPED);
        assertThat(wiping.wipe(ANY)).isEqualTo(Outcome.NOT_DUE);
        assertThat(store.recordKeys(stream).getFirst().wrapped()).isNull();
        assertThat(logWrittenOver).hasValue(1);
    }

    @Test
    void it_stays_due_where_the_write_ahead_log_could_not_be_written_over() {
        erase();

        assertThat(new KeyWiping(log.owner(), () -> false).wipe(ANY)).isEqualTo(Outcome.LATER);
        assertThat(wiping.wipe(ANY)).isEqualTo(Outcome.WIPED);
    }

    @Test
    void the_tables_are_not_written_anew_again_for_the_sake_of_the_write_ahead_log()
            throws Exception {
        erase();
        AtomicInteger asked = new AtomicInteger();
        KeyWiping patient = new KeyWiping(log.owner(), () -> asked.incrementAndGet() > 1);
        assertThat(patient.wipe(ANY)).isEqualTo(Outcome.LATER);
        try (Connection using = log.owner().getConnection();
                Statement statement = using.createStatement()) {
            using.setAutoCommit(false);
            statement.executeQuery("select count(*) from refocus_keys.data_key").close();

            assertThat(patient.wipe(ANY)).isEqualTo(Outcome.WIPED);
        }
    }

    @Test
    void large_tables_are_left_alone() {
        erase();

        assertThat(wiping.wipe(1_000)).isEqualTo(Outcome.TOO_LARGE);
        assertThat(wiping.wipe(ANY)).isEqualTo(Outcome.WIPED);
    }

    @Test
    void it_waits_for_whoever_may_still_see_what_was_destroyed() throws Exception {
        try (Connection looking = log.owner().getConnection();
                Statement statement = looking.createStatement()) {
            looking.setAutoCommit(false);
            looking.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.executeQuery("select count(*) from refocus_log.event").close();
            erase();

            assertThat(wiping.wipe(ANY)).isEqualTo(Outcome.LATER);
            assertThat(logWrittenOver).hasValue(0);
        }
        assertThat(wiping.wipe(ANY)).isEqualTo(Outcome.WIPED);
    }

    @Test
    void it_waits_for_whoever_uses_the_tables() throws Exception {
        erase();
        try (Connection using = log.owner().getConnection();
                Statement statement = using.createStatement()) {
            using.setAutoCommit(false);
            statement.executeQuery("select count(*) from refocus_keys.data_key").close();

            assertThat(wiping.wipe(ANY)).isEqualTo(Outcome.LATER);
        }
        assertThat(wiping.wipe(ANY)).isEqualTo(Outcome.WIPED);
    }
}
