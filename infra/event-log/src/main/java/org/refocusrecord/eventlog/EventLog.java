package org.refocusrecord.eventlog;

import org.refocusrecord.eventlog.json.PayloadReader;
import org.refocusrecord.eventlog.json.PayloadUnreadable;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.Randomness;
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
 * The event log as the rest of the house knows it: events in, events out, words encrypted between.
 * A command is recorded once; asked again it gives the same receipt.
 */
public final class EventLog {

    private static final int PAGE = 1_000;

    private final LogStore store;
    private final StreamKeys keys;
    private final Appender appender;
    private final RepeatGuard guard;
    private final Snapshots snapshots;
    private final PayloadReader reader = new PayloadReader();

    /** A log over a store whose words this master key protects. */
    public EventLog(LogStore store, MasterKey master, Randomness randomness) {
        this(store, master, randomness, new KeyCache());
    }

    EventLog(LogStore store, MasterKey master, Randomness randomness, KeyCache cache) {
        this.store = store;
        this.keys = new StreamKeys(store, master, randomness, cache);
        this.appender = new Appender(store, keys, randomness);
        this.guard = new RepeatGuard(keys);
        this.snapshots = new Snapshots(store.snapshots(), keys);
    }

    /**
     * Records a command's events and answers with its receipt once they are on the disk.
     *
     * @throws AppendRefused when the command is there already or the stream has moved on
     * @throws org.refocusrecord.eventlog.store.LogNotReachable when the database does not answer;
     *     asking again tells what became of it
     */
    public Receipt append(Appending appending) {
        return appender.append(appending);
    }

    /** The receipt of a session or command. */
    public Optional<Receipt> receipt(CommandId commandId) {
        List<StoredRow> rows = store.command(commandId.value());
        return rows.isEmpty() ? Optional.empty() : Optional.of(Receipts.of(rows));
    }

    /** Whether a command was recorded before, and with this content. */
    public Repeat repeat(CommandId commandId, String content) {
        List<StoredRow> rows = store.command(commandId.value());
        return rows.isEmpty() ? new Repeat.No() : guard.compare(rows, Receipts.of(rows), content);
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
     * The event of a stream at a sequence; empty where the stream ends before it.
     *
     * @throws LogBroken where it is missing, and there are others behind it
     */
    public Optional<RecordedEvent> at(String stream, long sequence) {
        return withoutHole(stream, sequence - 1, store.events(stream, sequence - 1, 1)).stream()
                .map(this::read)
                .findFirst();
    }

    /** The states of streams that are kept beside the log. */
    public Snapshots snapshots() {
        return snapshots;
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

    /**
     * For whoever knows an event that its stream does not have any more.
     *
     * @throws LogBroken where nothing is in its place, and there are others behind it: in a log
     *     that took another's place and lacks what came last, there is another event, or the end
     */
    public void requireNoHole(String stream, long sequence, long position) {
        if (!missing(List.of(position)).isEmpty()) {
            throw new LogBroken.AtSequences(stream, sequence, sequence);
        }
    }

    /** The newest event's position and record time. */
    public Head head() {
        return store.head();
    }

    /** How many unwrapped record keys are in memory. */
    long keysInMemory() {
        return keys.inMemory();
    }

    /**
     * Lets go of the keys of a stream that are in memory: some were destroyed, on whatever node.
     */
    void forgetKeys(String stream) {
        keys.forget(stream);
    }

    /** Lets go of all keys that are in memory: nobody knows which were destroyed. */
    void forgetKeys() {
        keys.forget();
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
