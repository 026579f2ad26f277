package org.refocusrecord.eventlog;

import org.refocusrecord.eventlog.json.PayloadReader;
import org.refocusrecord.eventlog.json.PayloadUnreadable;
import org.refocusrecord.eventlog.store.EventRow;
import org.refocusrecord.eventlog.store.Head;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.RawEvent;
import org.refocusrecord.eventlog.store.StoredRow;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The event log for whoever reads it: events out, and their words opened. Through which connections
 * that is done is the store's matter, so that those who read need not stand in the way of those who
 * record.
 */
public sealed class LogReads permits EventLog {

    private static final int PAGE = 1_000;

    private final LogStore store;
    private final StreamKeys keys;
    private final PayloadReader reader = new PayloadReader();

    LogReads(LogStore store, StreamKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /**
     * Every event of a stream, in order.
     *
     * @throws LogBroken where one is missing, and there are others behind it
     */
    public List<RecordedEvent> stream(String stream) {
        return stream(stream, -1).toList();
    }

    /**
     * The events of a stream after a sequence (-1: from its beginning), in order, fetched page by
     * page. What is missing before them is not looked for.
     *
     * @throws LogBroken where one is missing, and there are others behind it
     */
    public Stream<RecordedEvent> stream(String stream, long afterSequence) {
        return rows(stream, afterSequence).map(this::read);
    }

    private Stream<StoredRow> rows(String stream, long afterSequence) {
        return Pages.of(
                afterSequence,
                PAGE,
                StoredRow::sequence,
                after -> withoutHole(stream, after, store.events(stream, after, PAGE)));
    }

    /** Whoever folds a stream that lacks an event would decide on what never was. */
    private static List<StoredRow> withoutHole(String stream, long after, List<StoredRow> rows) {
        long next = after + 1;
        for (StoredRow row : rows) {
            if (row.sequence() != next) {
                throw new LogBroken.AtSequences(stream, next, row.sequence() - 1);
            }
            next++;
        }
        return rows;
    }

    /**
     * The event of a stream at a sequence; empty where the stream ends before it.
     *
     * @throws LogBroken where it is missing, and there are others behind it
     */
    public Optional<RecordedEvent> at(String stream, long sequence) {
        return withoutHole(stream, sequence - 1, store.events(stream, sequence - 1, 1)).stream()
                .map(this::read)
                .findFirst();
    }

    /**
     * The first events of a stream, in order, no more than so many.
     *
     * @throws LogBroken where one is missing, and there are others behind it
     */
    public List<RecordedEvent> beginning(String stream, int most) {
        return withoutHole(stream, -1, store.events(stream, -1, most)).stream()
                .map(this::read)
                .toList();
    }

    /**
     * Every event of a stream, in order, those too that the present code cannot read.
     *
     * @throws LogBroken where one is missing, and there are others behind it
     */
    public List<Logged> logged(String stream) {
        return rows(stream, -1).map(this::readIfPossible).toList();
    }

    /**
     * The whole log after a position (0: from its beginning) up to another, page by page, with
     * those events too that the present code cannot read: one stream's trouble must not keep the
     * others from being read. While a full page is with the caller the next two are fetched; more
     * is never fetched ahead.
     */
    public LogPages<?, Logged> pages(long afterPosition, long toPosition, int limit) {
        return new LogPages<>(
                store, LogStore::eventPage, this::readIfPossible, afterPosition, toPosition, limit);
    }

    /** The same without an end: at the head of the log whoever asks again gets what came since. */
    public LogPages<?, Logged> pages(long afterPosition, int limit) {
        return pages(afterPosition, Long.MAX_VALUE, limit);
    }

    /** The events of a command, in order; empty where the log has none. */
    public List<RecordedEvent> command(CommandId commandId) {
        return store.command(commandId.value()).stream().map(this::read).toList();
    }

    /** At which of these positions there is no event, though there are others behind it. */
    public Set<Long> missing(Collection<Long> positions) {
        return store.missing(positions);
    }

    /** The receipt of a session or command. */
    public Optional<Receipt> receipt(CommandId commandId) {
        List<StoredRow> rows = store.command(commandId.value());
        return rows.isEmpty() ? Optional.empty() : Optional.of(Receipts.of(rows));
    }

    /** The newest event's position and record time. */
    public Head head() {
        return store.head();
    }

    /** What lies below: rows as they are stored. */
    public LogStore store() {
        return store;
    }

    /** Opens the words of these events; their keys are fetched together. */
    public Texts texts(Collection<EventId> events) {
        return new Texts(keys.dataKeys(events));
    }

    private Logged readIfPossible(RawEvent row) {
        return readIfPossible(row.event());
    }

    private Logged readIfPossible(StoredRow row) {
        return readIfPossible(row.event());
    }

    /** Reading touches nothing but the row, so whatever goes wrong is the row's. */
    private Logged readIfPossible(EventRow row) {
        try {
            return read(row);
        } catch (PayloadUnreadable unreadable) {
            return unreadable(row, String.valueOf(unreadable.getMessage()));
        } catch (RuntimeException unexpected) {
            // Its message might quote what somebody said.
            return unreadable(row, row.type() + ": " + unexpected.getClass().getName());
        }
    }

    private static Unreadable unreadable(EventRow row, String cause) {
        return new Unreadable(
                new EventId(row.eventId()),
                row.stream(),
                row.sequence(),
                row.position(),
                row.type(),
                row.revision(),
                cause);
    }

    private RecordedEvent read(StoredRow row) {
        return read(row.event());
    }

    private RecordedEvent read(EventRow row) {
        EventId eventId = new EventId(row.eventId());
        return new RecordedEvent(
                eventId,
                row.stream(),
                row.sequence(),
                row.position(),
                row.occurredAt(),
                row.recordedAt(),
                row.postedBy(),
                Person.of(row.recordedBy()),
                new CommandId(row.commandId()),
                reader.read(row.stream(), row.type(), row.revision(), eventId, row.payload()));
    }
}
