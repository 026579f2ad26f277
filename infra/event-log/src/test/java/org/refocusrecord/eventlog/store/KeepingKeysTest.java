package org.refocusrecord.eventlog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.refocusrecord.eventlog.store.Commands.OCCURRED_AT;
import static org.refocusrecord.eventlog.store.Commands.erasing;
import static org.refocusrecord.eventlog.store.Commands.filled;
import static org.refocusrecord.eventlog.store.Commands.nextId;
import static org.refocusrecord.eventlog.store.Commands.nextStream;
import static org.refocusrecord.eventlog.store.Commands.recorded;
import static org.refocusrecord.eventlog.store.Commands.row;
import static org.refocusrecord.eventlog.store.Commands.under;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

class KeepingKeysTest {
    private static final byte[] WRAPPED = filled(60, 3);

    @AutoClose static final LogDatabase LOG = new LogDatabase();

    private final LogStore store = LOG.store();
    private final String stream = nextStream();
    private final UUID keyId = nextId();
    private final UsedKey made = new UsedKey(keyId, 0, filled(60, 1));
    private final UsedKey used = new UsedKey(keyId, 0, null);

    @Test
    void a_new_record_key_and_the_data_keys_are_recorded_with_the_events() {
        List<NewRow> rows = List.of(row(OCCURRED_AT, null), row(OCCURRED_AT, WRAPPED));
        Append append = under(made, stream, 0, rows);

        store.append(append);

        assertThat(store.recordKeys(stream))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(new RecordKeyRow(keyId, stream, 0, filled(60, 1), null));
        assertThat(store.dataKeys(rows.stream().map(NewRow::eventId).toList()))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(
                        new DataKeyRow(
                                rows.getLast().eventId(),
                                WRAPPED,
                                new RecordKeyRow(keyId, stream, 0, filled(60, 1), null)));
    }

    @Test
    void what_fails_leaves_no_keys_behind() {
        NewRow taken = row(OCCURRED_AT, WRAPPED);
        store.append(under(made, stream, 0, List.of(taken)));
        String other = nextStream();
        UsedKey another = new UsedKey(nextId(), 0, WRAPPED);
        NewRow fresh = row(OCCURRED_AT, WRAPPED);
        Append failing = under(another, other, 0, List.of(fresh, taken));

        assertThatThrownBy(() -> store.append(failing)).isInstanceOf(LogFault.class);

        assertThat(store.recordKeys(other)).isEmpty();
        assertThat(store.dataKeys(List.of(fresh.eventId()))).isEmpty();
    }

    @Test
    void an_append_under_a_key_that_was_destroyed_meanwhile_is_told_so() {
        store.append(under(made, stream, 0, WRAPPED));
        store.append(erasing(stream, 1, new Erasure(List.of(keyId), List.of())));

        assertThat(store.append(under(used, stream, 2, WRAPPED)))
                .isEqualTo(new AppendResult.KeyGone());
        assertThat(store.append(under(used, stream, 2, List.of(row(OCCURRED_AT, null)))))
                .isEqualTo(new AppendResult.KeyGone());
        assertThat(store.nextSequence(stream)).isEqualTo(2);
    }

    @Test
    void a_destroyed_record_key_is_listed_without_its_bytes_and_with_its_time() {
        store.append(under(made, stream, 0, WRAPPED));
        StoredRow erased =
                recorded(store.append(erasing(stream, 1, new Erasure(List.of(keyId), List.of()))))
                        .getFirst();

        assertThat(store.recordKeys(List.of(keyId)))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(new RecordKeyRow(keyId, stream, 0, null, erased.recordedAt()));
    }

    @Test
    void what_is_said_later_gets_the_next_generation() {
        UsedKey next = new UsedKey(nextId(), 1, WRAPPED);
        store.append(under(made, stream, 0, WRAPPED));
        store.append(erasing(stream, 1, new Erasure(List.of(keyId), List.of())));

        recorded(store.append(under(next, stream, 2, WRAPPED)));

        assertThat(store.recordKeys(stream))
                .extracting(RecordKeyRow::generation)
                .containsExactly(0, 1);
    }

    @Test
    void a_second_living_key_of_a_stream_is_not_made() {
        store.append(under(made, stream, 0, WRAPPED));

        assertThat(store.append(under(new UsedKey(nextId(), 1, WRAPPED), stream, 1, WRAPPED)))
                .isEqualTo(new AppendResult.KeyGone());
        assertThat(store.append(under(new UsedKey(nextId(), 0, null), stream, 1, WRAPPED)))
                .isEqualTo(new AppendResult.KeyGone());
    }

    @Test
    void destroying_data_keys_leaves_the_others_alone() {
        StoredRow kept = recorded(store.append(under(made, stream, 0, WRAPPED))).getFirst();
        StoredRow erased = recorded(store.append(under(used, stream, 1, WRAPPED))).getFirst();

        store.append(erasing(stream, 2, new Erasure(List.of(), List.of(erased.eventId()))));

        assertThat(store.dataKeys(List.of(kept.eventId(), erased.eventId())))
                .extracting(DataKeyRow::eventId, DataKeyRow::wrapped, row -> row.recordKey().id())
                .containsExactlyInAnyOrder(
                        tuple(kept.eventId(), WRAPPED, keyId),
                        tuple(erased.eventId(), null, keyId));
    }

    @Test
    void keys_are_destroyed_only_if_the_event_that_says_so_is_recorded() {
        store.append(under(made, stream, 0, WRAPPED));

        store.append(erasing(stream, 7, new Erasure(List.of(keyId), List.of())));

        assertThat(store.recordKeys(stream).getFirst().destroyedAt()).isNull();
    }

    @Test
    void a_destroyed_key_never_comes_back() {
        store.append(under(made, stream, 0, WRAPPED));
        store.append(erasing(stream, 1, new Erasure(List.of(keyId), List.of())));
        String back =
                "update refocus_keys.record_key set wrapped = '\\x01', destroyed_at = null where id"
                        + " = '"
                        + keyId
                        + "'";

        assertThatThrownBy(() -> LogDatabase.execute(LOG.owner(), back))
                .hasMessageContaining("never come back");
    }

    @Test
    void a_content_mac_is_made_under_the_commands_own_record_key_or_the_logs() {
        store.append(under(made, stream, 0, WRAPPED));
        UUID nobodys = nextId();
        String other = nextStream();
        UsedKey others = new UsedKey(nextId(), 0, WRAPPED);
        store.append(under(others, other, 0, WRAPPED));

        assertThat(store.append(guardedBy(nobodys, null))).isEqualTo(new AppendResult.KeyGone());
        assertThat(store.append(guardedBy(others.id(), null)))
                .isEqualTo(new AppendResult.KeyGone());
        assertThat(store.append(guardedBy(others.id(), used)))
                .isEqualTo(new AppendResult.KeyGone());
        assertThat(store.append(guardedBy(keyId, null))).isEqualTo(new AppendResult.KeyGone());

        recorded(store.append(guardedBy(keyId, used)));
    }

    private Append guardedBy(UUID key, @Nullable UsedKey words) {
        return new Append(
                nextId(),
                new ContentGuard(filled(32, 7), key),
                stream,
                1,
                null,
                "clinical-system",
                "STAFF/w-1",
                List.of(row(OCCURRED_AT, null)),
                words,
                Erasure.NONE);
    }

    @Test
    void the_first_own_key_stays_the_logs() {
        store.keepOwnKey(nextId(), WRAPPED);

        assertThat(store.recordKeys("log/content"))
                .extracting(RecordKeyRow::id)
                .containsExactly(Commands.OWN_KEY);
    }
}
