package org.refocusrecord.eventlog;

import org.refocusrecord.eventlog.store.EventRow;
import org.refocusrecord.eventlog.store.Head;
import org.refocusrecord.eventlog.store.LogIdentity;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.RawEvent;
import org.refocusrecord.eventlog.store.StoredRow;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The event log for whoever reads it: events out, as they are meant or as they are stored, and
 * their words opened. Nothing here leads to what records. Through which connections it is read is
 * the store's matter, so that those who read need not stand in the way of those who record.
 */
public sealed class LogReads permits EventLog {

    private static final int PAGE = 1_000;

    private final LogStore store;
    private final StreamKeys keys;
    private final Reading reading = new Reading();

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
        return rows(stream, afterSequence).map(reading::event);
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
     * Every event of each of these streams, in order, by the stream; of one that the log does not
     * have there is nothing. They are fetched at once, so they should not be too many.
     *
     * @throws LogBroken where one is missing, and there are others behind it
     */
    public Map<String, List<RecordedEvent>> streams(Collection<String> streams) {
        Map<String, List<StoredRow>> rows = new LinkedHashMap<>();
        for (StoredRow row : store.events(streams)) {
            rows.computeIfAbsent(row.stream(), _ -> new ArrayList<>()).add(row);
        }
        Map<String, List<RecordedEvent>> read = new HashMap<>();
        rows.forEach((stream, all) ->
                read.put(
                        stream,
                        withoutHole(stream, -1, all).stream().map(reading::event).toList()));
        return read;
    }

    /**
     * The event of a stream at a sequence; empty where the stream ends before it.
     *
     * @throws LogBroken where it is missing, and there are others behind it
     */
    public Optional<RecordedEvent> at(String stream, long sequence) {
        return withoutHole(stream, sequence - 1, store.events(stream, sequence - 1, 1)).stream()
                .map(reading::event)
                .findFirst();
    }

    /**
     * The first events of a stream, in order, no more than so many.
     *
     * @throws LogBroken where one is missing, and there are others behind it
     */
    public List<RecordedEvent> beginning(String stream, int most) {
        return withoutHole(stream, -1, store.events(stream, -1, most)).stream()
                .map(reading::event)
                .toList();
    }

    /**
     * Every event of a stream, in order, those too that the present code cannot read.
     *
     * @throws LogBroken where one is missing, and there are others behind it
     */
    public List<Logged> logged(String stream) {
        return rows(stream, -1).map(reading::ifPossible).toList();
    }

    /**
     * The whole log after a position (0: from its beginning) up to another, page by page, with
     * those events too that the present code cannot read: one stream's trouble must not keep the
     * others from being read. While a full page is with the caller the next two are fetched; more
     * is never fetched ahead.
     */
    public LogPages<?, Logged> pages(long afterPosition, long toPosition, int limit) {
        return new LogPages<>(
                store, LogStore::eventPage, reading::ifPossible, afterPosition, toPosition, limit);
    }

    /** The same without an end: at the head of the log whoever asks again gets what came since. */
    public LogPages<?, Logged> pages(long afterPosition, int limit) {
        return pages(afterPosition, Long.MAX_VALUE, limit);
    }

    /**
     * The whole log after a position (0: from its beginning) up to another, page by page, as it is
     * stored: for whoever hands it on and need not understand it.
     */
    public LogPages<?, EventRow> rows(long afterPosition, long toPosition, int limit) {
        return new LogPages<>(
                store, LogStore::eventPage, RawEvent::event, afterPosition, toPosition, limit);
    }

    /**
     * Whole streams in the order of their ids, those behind one (empty: from the first), each as
     * far as the log goes up to a position; with those events too that the present code cannot
     * read.
     */
    public LogStreams wholeStreams(String after, long toPosition, int limit) {
        return new LogStreams(store, reading::ifPossible, after, toPosition, limit);
    }

    /** The events of a command, in order; empty where the log has none. */
    public List<RecordedEvent> command(CommandId commandId) {
        return store.command(commandId.value()).stream().map(reading::event).toList();
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

    /** Which log this is. */
    public LogIdentity identity() {
        return store.identity();
    }

    /** The newest event's position and record time. */
    public Head head() {
        return store.head();
    }

    /**
     * The last position known at a moment, and for good: no event will ever be recorded at or
     * before it. Empty for a moment that the log's clock has not yet passed.
     */
    public OptionalLong knownAt(Instant moment) {
        return store.knownAt(moment);
    }

    /**
     * Ids of streams that begin with a prefix ({@code case/}), in order, after one of them (the
     * prefix itself: from the first).
     */
    public List<String> streams(String prefix, String after, int limit) {
        return store.streams(prefix, after, limit);
    }

    /**
     * Events of a stream after a sequence (-1: from its beginning) as they are stored, in order, no
     * more than so many. Nothing is looked for that may be missing.
     */
    public List<StoredRow> stored(String stream, long afterSequence, int limit) {
        return store.events(stream, afterSequence, limit);
    }

    /** An event as it is stored; empty where the log has none of this id. */
    public Optional<StoredRow> stored(EventId eventId) {
        return store.event(eventId.value());
    }

    /**
     * The event at a position as it is stored.
     *
     * @throws LogBroken where there is none
     */
    public StoredRow storedAt(long position) {
        return store.page(position - 1, 1).stream()
                .filter(row -> row.position() == position)
                .findFirst()
                .orElseThrow(() -> new LogBroken.AtPositions(position, position));
    }

    /** Opens the words of these events; their keys are fetched together. */
    public Texts texts(Collection<EventId> events) {
        return new Texts(keys.dataKeys(events));
    }
}
