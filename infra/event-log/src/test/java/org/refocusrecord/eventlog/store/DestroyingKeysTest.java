package org.refocusrecord.eventlog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.refocusrecord.eventlog.store.Commands.GUARD;
import static org.refocusrecord.eventlog.store.Commands.OWN_KEY;
import static org.refocusrecord.eventlog.store.Commands.erasing;
import static org.refocusrecord.eventlog.store.Commands.filled;
import static org.refocusrecord.eventlog.store.Commands.nextId;
import static org.refocusrecord.eventlog.store.Commands.nextStream;
import static org.refocusrecord.eventlog.store.Commands.recorded;
import static org.refocusrecord.eventlog.store.Commands.row;
import static org.refocusrecord.eventlog.store.Commands.under;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

/** Keys go with the event that says so, in its transaction, and in no other way. */
class DestroyingKeysTest {
    private static final byte[] WRAPPED = filled(60, 3);
    private static final String NO_EVENT = "RR003";

    @AutoClose static final LogDatabase LOG = new LogDatabase();

    private final LogStore store = LOG.store();
    private final String stream = nextStream();
    private final UUID keyId = nextId();
    private final Erasure ofTheCase = new Erasure(List.of(keyId), List.of());
    private UUID said = keyId;

    @BeforeEach
    void something_was_said() {
        UsedKey made = new UsedKey(keyId, 0, WRAPPED);
        said = recorded(store.append(under(made, stream, 0, WRAPPED))).getFirst().eventId();
    }

    @Test
    void the_appender_cannot_destroy_them_by_itself() {
        UUID erased = recorded(store.append(erasing(stream, 1, Erasure.NONE))).getFirst().eventId();

        assertThatThrownBy(() -> LogDatabase.execute(LOG.appender(), destroying(erased)))
                .hasFieldOrPropertyWithValue("SQLState", "42501");
        lives(keyId);
    }

    @Test
    void an_append_that_does_not_say_so_destroys_none_and_is_not_recorded() {
        Append silent =
                new Append(
                        nextId(),
                        GUARD,
                        stream,
                        1,
                        null,
                        "administrator",
                        "OTHER/a-1",
                        List.of(row(null, null)),
                        null,
                        ofTheCase);
        refused(silent);
        refused(with(silent, new Erasure(List.of(), List.of(said))));
        lives(keyId);
        assertThat(store.nextSequence(stream)).isEqualTo(1);
    }

    @Test
    void keys_of_another_stream_are_not_reached() {
        String other = nextStream();

        refused(erasing(other, 0, ofTheCase));
        refused(erasing(other, 0, new Erasure(List.of(), List.of(said))));
        refused(erasing(stream, 1, new Erasure(List.of(OWN_KEY), List.of())));
        lives(keyId);
        lives(OWN_KEY);
        assertThat(store.nextSequence(other)).isZero();
    }

    @Test
    void the_logs_own_key_is_not_reached_from_a_stream_of_its_name_either() {
        refused(erasing("log/content", 0, new Erasure(List.of(OWN_KEY), List.of())));
        lives(OWN_KEY);
    }

    @Test
    void an_erasure_is_never_guarded_by_a_key_that_it_destroys() {
        Append erasing = erasing(stream, 1, ofTheCase);

        refused(
                new Append(
                        erasing.commandId(),
                        new ContentGuard(filled(32, 7), keyId),
                        stream,
                        1,
                        null,
                        "administrator",
                        "OTHER/a-1",
                        erasing.rows(),
                        new UsedKey(keyId, 0, null),
                        ofTheCase));
        lives(keyId);
    }

    @Test
    void keys_go_at_the_record_time_of_the_event_and_stay_with_a_rollback() throws Exception {
        try (var connection = LOG.appender().getConnection()) {
            connection.setAutoCommit(false);
            recorded(LogDatabase.within(connection, erasing(stream, 1, ofTheCase)));
            connection.rollback();
            connection.setAutoCommit(true);
        }
        lives(keyId);

        StoredRow erased = recorded(store.append(erasing(stream, 1, ofTheCase))).getFirst();

        assertThat(store.recordKeys(stream).getFirst().destroyedAt())
                .isEqualTo(erased.recordedAt());
    }

    @Test
    void after_a_restore_the_owner_destroys_again_what_an_event_says_is_gone() throws Exception {
        UUID erased = recorded(store.append(erasing(stream, 1, Erasure.NONE))).getFirst().eventId();

        assertThatThrownBy(() -> LogDatabase.execute(LOG.owner(), destroying(said)))
                .hasFieldOrPropertyWithValue("SQLState", NO_EVENT);
        lives(keyId);

        LogDatabase.execute(LOG.owner(), destroying(erased));

        assertThat(store.recordKeys(stream).getFirst().wrapped()).isNull();
    }

    private String destroying(UUID saidBy) {
        return "select refocus_keys.destroy('%s', array['%s']::uuid[], '{}')"
                .formatted(saidBy, keyId);
    }

    private static Append with(Append append, Erasure erasure) {
        return new Append(
                nextId(),
                append.guard(),
                append.stream(),
                append.nextSequence(),
                null,
                append.postedBy(),
                append.recordedBy(),
                List.of(row(null, null)),
                null,
                erasure);
    }

    private void refused(Append append) {
        assertThatThrownBy(() -> store.append(append))
                .isInstanceOfSatisfying(
                        LogFault.class, fault -> assertThat(fault.sqlState()).isEqualTo(NO_EVENT));
    }

    private void lives(UUID key) {
        assertThat(store.recordKeys(List.of(key)).getFirst().wrapped()).isNotNull();
        assertThat(store.dataKeys(List.of(said)).getFirst().wrapped()).isNotNull();
    }
}
