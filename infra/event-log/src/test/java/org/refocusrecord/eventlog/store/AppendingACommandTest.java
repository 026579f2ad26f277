package org.refocusrecord.eventlog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.refocusrecord.eventlog.store.Commands.OCCURRED_AT;
import static org.refocusrecord.eventlog.store.Commands.command;
import static org.refocusrecord.eventlog.store.Commands.nextId;
import static org.refocusrecord.eventlog.store.Commands.nextStream;
import static org.refocusrecord.eventlog.store.Commands.recorded;
import static org.refocusrecord.eventlog.store.Commands.row;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;

class AppendingACommandTest {
    @AutoClose static final LogDatabase LOG = new LogDatabase();

    private final LogStore store = LOG.store();
    private final String stream = nextStream();

    @Test
    void its_events_take_the_next_positions_and_the_next_sequences() {
        recorded(store.append(command(stream, 0, 2)));
        long head = store.head().position();

        List<StoredRow> rows = recorded(store.append(command(stream, 2, 3)));

        assertThat(rows)
                .extracting(StoredRow::position)
                .containsExactly(head + 1, head + 2, head + 3);
        assertThat(rows).extracting(StoredRow::sequence).containsExactly(2L, 3L, 4L);
        assertThat(store.nextSequence(stream)).isEqualTo(5);
    }

    @Test
    void what_was_answered_is_what_is_read() {
        Append append = command(stream, 0, 3);

        List<StoredRow> rows = recorded(store.append(append));

        assertThat(store.command(append.commandId()))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(rows);
        assertThat(store.event(rows.get(1).eventId()))
                .usingRecursiveComparison()
                .isEqualTo(Optional.of(rows.get(1)));
    }

    @Test
    void only_the_first_event_bears_the_content_mac_and_names_its_key() {
        Append append = command(stream, 0, 3);
        store.append(append);

        assertThat(store.command(append.commandId()))
                .extracting(StoredRow::guard)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(Commands.GUARD, null, null);
    }

    @Test
    void an_event_without_a_time_of_its_own_stands_at_its_record_time() {
        List<NewRow> rows = List.of(row(OCCURRED_AT, null), row(null, null));
        Append append = Commands.of(nextId(), stream, 0, rows);
        store.append(append);

        List<StoredRow> stored = store.command(append.commandId());

        assertThat(stored.getFirst().occurredAt()).isEqualTo(OCCURRED_AT);
        assertThat(stored.getLast().occurredAt()).isEqualTo(stored.getLast().recordedAt());
    }

    @Test
    void all_of_a_commands_events_have_one_record_time() {
        assertThat(recorded(store.append(command(stream, 0, 200))))
                .extracting(StoredRow::recordedAt)
                .containsOnly(store.head().recordedAt());
    }

    @Test
    void a_command_is_found_whole_and_without_its_neighbours() {
        store.append(command(nextStream(), 0, 4));
        Append append = command(stream, 0, 200);
        store.append(append);
        store.append(command(stream, 200, 4));

        assertThat(store.command(append.commandId()))
                .hasSize(200)
                .extracting(StoredRow::sequence)
                .isEqualTo(LongStream.range(0, 200).boxed().toList());
        assertThat(store.command(nextId())).isEmpty();
    }

    @Test
    void the_same_command_again_is_already_recorded_even_when_its_version_is_stale() {
        Append append = command(stream, 0, 2);
        store.append(append);
        long head = store.head().position();

        assertThat(store.append(append)).isEqualTo(new AppendResult.AlreadyRecorded());
        assertThat(store.head().position()).isEqualTo(head);
    }

    @Test
    void a_stale_version_is_a_conflict() {
        store.append(command(stream, 0, 3));

        assertThat(store.append(command(stream, 1, 1)))
                .isEqualTo(new AppendResult.VersionConflict());
        assertThat(store.append(command(nextStream(), 1, 1)))
                .isEqualTo(new AppendResult.VersionConflict());
    }

    @Test
    void what_fails_leaves_no_gap_and_tells_nothing_of_the_content() {
        NewRow taken = row(OCCURRED_AT, null);
        List<StoredRow> before =
                recorded(store.append(Commands.of(nextId(), stream, 0, List.of(taken))));
        UUID failing = nextId();
        Append half = Commands.of(failing, nextStream(), 0, List.of(row(OCCURRED_AT, null), taken));

        LogFault fault = catchThrowableOfType(LogFault.class, () -> store.append(half));

        assertThat(fault.sqlState()).isEqualTo("23505");
        assertThat(fault).hasMessageContaining("event_id_taken").hasNoCause();
        assertThat(fault.getMessage())
                .doesNotContain("secret")
                .doesNotContain(taken.eventId().toString());
        assertThat(store.command(failing)).isEmpty();
        assertThat(recorded(store.append(command(stream, 1, 1))).getFirst().position())
                .isEqualTo(before.getFirst().position() + 1);
    }

    @Test
    void a_stream_and_the_whole_log_are_read_in_pages() {
        long head = store.head().position();
        store.append(command(stream, 0, 3));
        store.append(command(nextStream(), 0, 1));
        store.append(command(stream, 3, 2));

        assertThat(store.events(stream, -1, 2))
                .extracting(StoredRow::sequence)
                .containsExactly(0L, 1L);
        assertThat(store.events(stream, 1, 9))
                .extracting(StoredRow::sequence)
                .containsExactly(2L, 3L, 4L);
        assertThat(store.page(head + 2, 3))
                .extracting(StoredRow::position)
                .containsExactly(head + 3, head + 4, head + 5);
    }

    @Test
    void an_empty_log_has_the_head_0() {
        try (LogDatabase empty = new LogDatabase()) {
            assertThat(empty.store().head()).isEqualTo(new Head(0, null));
            assertThat(empty.store().page(0, 10)).isEmpty();
        }
    }
}
