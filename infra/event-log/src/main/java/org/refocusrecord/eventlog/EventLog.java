package org.refocusrecord.eventlog;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.AppendRefused.Why;
import org.refocusrecord.eventlog.Appending.Pending;
import org.refocusrecord.eventlog.json.PayloadReader;
import org.refocusrecord.eventlog.json.PayloadWriter;
import org.refocusrecord.eventlog.json.WrittenPayload;
import org.refocusrecord.eventlog.keys.ContentMac;
import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.keys.RecordKey;
import org.refocusrecord.eventlog.store.Append;
import org.refocusrecord.eventlog.store.AppendResult;
import org.refocusrecord.eventlog.store.Erasure;
import org.refocusrecord.eventlog.store.Head;
import org.refocusrecord.eventlog.store.LogNotReachable;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.NewRow;
import org.refocusrecord.eventlog.store.StoredRow;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.shape.EventShape;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The event log as the rest of the house knows it: events in, events out, words encrypted between.
 * A command is recorded once; asked again it gives the same receipt.
 */
public final class EventLog {

    private static final String OWN_KEY = "log/content";
    private static final int PAGE = 1_000;
    private static final int TRIES = 5;

    private final LogStore store;
    private final StreamKeys keys;
    private final RecordKey ownKey;
    private final PayloadWriter writer;
    private final PayloadReader reader = new PayloadReader();
    private final Randomness randomness;

    /** A log over a store whose words this master key protects. */
    public EventLog(LogStore store, MasterKey master, Randomness randomness) {
        this.store = store;
        this.keys = new StreamKeys(store, master, randomness);
        this.writer = new PayloadWriter(randomness);
        this.randomness = randomness;
        this.ownKey = ownKey();
    }

    /** The log's own key guards the contents of teams and studies; drawn at the first start. */
    private RecordKey ownKey() {
        StreamKeys.Usable usable = keys.current(OWN_KEY);
        if (usable.used().wrappedIfNew() != null) {
            store.keepRecordKey(OWN_KEY, usable.used());
            return keys.current(OWN_KEY).key();
        }
        return usable.key();
    }

    /**
     * Records a command's events and answers with its receipt once they are on the disk.
     *
     * @throws AppendRefused when the command is there already or the stream has moved on
     * @throws LogNotReachable when the database does not answer; asking again tells what became of
     *     it
     */
    public Receipt append(Appending appending) {
        for (int attempt = 1; ; attempt++) {
            Prepared prepared = prepare(appending);
            AppendResult result = appendOrAsk(prepared);
            switch (result) {
                case AppendResult.Appended(List<StoredRow> rows) -> {
                    return receipt(rows, prepared.entries());
                }
                case AppendResult.AlreadyRecorded _ ->
                        throw new AppendRefused(Why.ALREADY_RECORDED);
                case AppendResult.VersionConflict _ ->
                        throw new AppendRefused(Why.VERSION_CONFLICT);
                case AppendResult.KeyGone _ -> {
                    if (attempt == TRIES) {
                        throw new IllegalStateException("the record key changes without end");
                    }
                }
            }
        }
    }

    private record Prepared(Append append, List<@Nullable EntryId> entries) {}

    private Prepared prepare(Appending appending) {
        boolean ofCase = appending.stream().startsWith("case/");
        StreamKeys.@Nullable Usable usable = ofCase ? keys.current(appending.stream()) : null;
        RecordKey recordKey = usable == null ? ownKey : usable.key();
        List<NewRow> rows = new ArrayList<>();
        List<DataKey> dataKeys = new ArrayList<>();
        List<@Nullable EntryId> entries = new ArrayList<>();
        for (Pending pending : appending.events()) {
            WrittenPayload payload = writer.write(pending.event(), pending.eventId());
            DataKey dataKey = payload.dataKey();
            byte @Nullable [] wrapped = null;
            if (dataKey != null) {
                dataKeys.add(dataKey);
                wrapped = recordKey.wrap(dataKey, pending.eventId(), randomness);
            }
            EventShape shape = EventShape.of(pending.event());
            rows.add(
                    new NewRow(
                            pending.eventId().value(),
                            shape.name().name(),
                            shape.name().revision(),
                            pending.occurredAt(),
                            payload.bytes(),
                            wrapped));
            entries.add(pending.event() instanceof Entry entry ? entry.entryId() : null);
        }
        byte[] content = appending.content().getBytes(StandardCharsets.UTF_8);
        return new Prepared(
                new Append(
                        appending.commandId().value(),
                        ContentMac.of(content, recordKey, dataKeys),
                        appending.stream(),
                        appending.nextSequence(),
                        appending.postedBy(),
                        appending.recordedBy().toString(),
                        rows,
                        usable == null ? null : usable.used(),
                        Erasure.NONE),
                entries);
    }

    /**
     * Where the connection was lost on the way, the log is asked what became of it; never guessed.
     */
    private AppendResult appendOrAsk(Prepared prepared) {
        try {
            return store.append(prepared.append());
        } catch (LogNotReachable lost) {
            if (!lost.mayHaveBeenRecorded()) {
                throw lost;
            }
            List<StoredRow> found = store.commandUnderLock(prepared.append().commandId());
            if (found.isEmpty()) {
                throw lost;
            }
            boolean ours =
                    found.getFirst()
                            .eventId()
                            .equals(prepared.append().rows().getFirst().eventId());
            return ours ? new AppendResult.Appended(found) : new AppendResult.AlreadyRecorded();
        }
    }

    /** The receipt of a session or command. */
    public Optional<Receipt> receipt(CommandId commandId) {
        List<StoredRow> rows = store.command(commandId.value());
        return rows.isEmpty() ? Optional.empty() : Optional.of(receiptOf(rows));
    }

    private Receipt receiptOf(List<StoredRow> rows) {
        List<@Nullable EntryId> entries = new ArrayList<>();
        for (StoredRow row : rows) {
            entries.add(read(row).event() instanceof Entry entry ? entry.entryId() : null);
        }
        return receipt(rows, entries);
    }

    private static Receipt receipt(List<StoredRow> rows, List<@Nullable EntryId> entries) {
        List<Receipt.Line> lines = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            StoredRow row = rows.get(index);
            lines.add(
                    new Receipt.Line(
                            new EventId(row.eventId()),
                            entries.get(index),
                            row.type(),
                            row.revision(),
                            row.sequence(),
                            row.position(),
                            HexFormat.of().formatHex(row.leafHash())));
        }
        StoredRow last = rows.getLast();
        return new Receipt(
                last.stream(),
                new CommandId(last.commandId()),
                last.sequence() + 1,
                last.recordedAt(),
                last.position(),
                last.postedBy(),
                List.copyOf(lines));
    }

    /** Whether a command was recorded before, and with this content. */
    public Repeat repeat(CommandId commandId, String content) {
        List<StoredRow> rows = store.command(commandId.value());
        if (rows.isEmpty()) {
            return new Repeat.No();
        }
        Receipt receipt = receiptOf(rows);
        byte[] mac = rows.getFirst().contentMac();
        if (mac == null) {
            throw new IllegalStateException("a command without a content mac: " + commandId);
        }
        List<EventId> events = rows.stream().map(row -> new EventId(row.eventId())).toList();
        Map<EventId, @Nullable DataKey> found = keys.dataKeys(events);
        List<DataKey> dataKeys = new ArrayList<>();
        for (EventId event : events) {
            if (found.containsKey(event)) {
                DataKey key = found.get(event);
                if (key == null) {
                    return new Repeat.CannotTell(receipt);
                }
                dataKeys.add(key);
            }
        }
        boolean ofCase = receipt.stream().startsWith("case/");
        List<@Nullable RecordKey> recordKeys = keys.all(ofCase ? receipt.stream() : OWN_KEY);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        boolean gone = false;
        for (RecordKey recordKey : recordKeys) {
            if (recordKey == null) {
                gone = true;
            } else if (ContentMac.matches(mac, bytes, recordKey, dataKeys)) {
                return new Repeat.Same(receipt);
            }
        }
        return gone && dataKeys.isEmpty()
                ? new Repeat.CannotTell(receipt)
                : new Repeat.Other(receipt);
    }

    /** Every event of a stream, in order. */
    public List<RecordedEvent> stream(String stream) {
        return stream(stream, -1).toList();
    }

    /**
     * The events of a stream after a sequence (-1: from its beginning), in order, fetched page by
     * page.
     */
    public Stream<RecordedEvent> stream(String stream, long afterSequence) {
        return Pages.of(
                        afterSequence,
                        StoredRow::sequence,
                        after -> store.events(stream, after, PAGE))
                .map(this::read);
    }

    /** At most so many events of a stream after a sequence. */
    public List<RecordedEvent> stream(String stream, long afterSequence, int limit) {
        return store.events(stream, afterSequence, limit).stream().map(this::read).toList();
    }

    /** Events of the whole log after a position (0: from its beginning), in order. */
    public List<RecordedEvent> page(long afterPosition, int limit) {
        return store.page(afterPosition, limit).stream().map(this::read).toList();
    }

    /** The events of a command, in order; empty where the log has none. */
    public List<RecordedEvent> command(CommandId commandId) {
        return store.command(commandId.value()).stream().map(this::read).toList();
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

    private RecordedEvent read(StoredRow row) {
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
