package org.refocusrecord.eventlog;

import org.refocusrecord.eventlog.AppendRefused.Why;
import org.refocusrecord.eventlog.Appending.Pending;
import org.refocusrecord.eventlog.json.PayloadWriter;
import org.refocusrecord.eventlog.json.WrittenPayload;
import org.refocusrecord.eventlog.keys.ContentMac;
import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.keys.RecordKey;
import org.refocusrecord.eventlog.store.Append;
import org.refocusrecord.eventlog.store.AppendResult;
import org.refocusrecord.eventlog.store.ContentGuard;
import org.refocusrecord.eventlog.store.Erasure;
import org.refocusrecord.eventlog.store.LogFault;
import org.refocusrecord.eventlog.store.LogNotReachable;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.NewRow;
import org.refocusrecord.eventlog.store.StoredRow;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.shape.EventShape;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Brings events into their stored form and hands them to the store. When the key that their words
 * were encrypted with was destroyed meanwhile, they are encrypted again with a new one.
 */
final class Appender {

    private static final int TRIES = 5;

    private final LogStore store;
    private final StreamKeys keys;
    private final PayloadWriter writer;
    private final Randomness randomness;

    Appender(LogStore store, StreamKeys keys, Randomness randomness) {
        this.store = store;
        this.keys = keys;
        this.writer = new PayloadWriter(randomness);
        this.randomness = randomness;
    }

    Receipt append(Appending appending) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            long since = keys.clearings();
            StreamKeys.Usable usable = keyFor(appending, attempt);
            switch (appendOrAsk(prepared(appending, usable))) {
                case AppendResult.Appended(List<StoredRow> rows) -> {
                    learnt(appending, usable, since);
                    return Receipts.of(rows);
                }
                case AppendResult.AlreadyRecorded _ ->
                        throw new AppendRefused(Why.ALREADY_RECORDED);
                case AppendResult.VersionConflict _ ->
                        throw new AppendRefused(Why.VERSION_CONFLICT);
                case AppendResult.KeyGone _ -> keys.forget(appending.stream());
            }
        }
        throw new IllegalStateException("the record key changes without end");
    }

    private void learnt(Appending appending, StreamKeys.Usable usable, long since) {
        if (appending.isErasure()) {
            keys.forget(appending.stream());
        } else {
            keys.recorded(appending.stream(), usable, since);
        }
    }

    private Append prepared(Appending appending, StreamKeys.Usable usable) {
        List<NewRow> rows = new ArrayList<>();
        List<DataKey> dataKeys = new ArrayList<>();
        for (Pending pending : appending.events()) {
            WrittenPayload payload = writer.write(pending.event(), pending.eventId());
            if (payload.dataKey() != null) {
                dataKeys.add(payload.dataKey());
            }
            rows.add(row(pending, payload, usable.key()));
        }
        byte[] content = appending.content().getBytes(StandardCharsets.UTF_8);
        return new Append(
                appending.commandId().value(),
                new ContentGuard(ContentMac.of(content, usable.key(), dataKeys), usable.id()),
                appending.stream(),
                appending.nextSequence(),
                appending.lastEvent() == null ? null : appending.lastEvent().value(),
                appending.postedBy(),
                appending.recordedBy().toString(),
                rows,
                usable.used(),
                erasure(appending));
    }

    /**
     * An erasure says nothing that wants a key of the case, and is guarded by the log's own: else a
     * repeat of it could not be told from another, its key being gone with its own doing.
     */
    private StreamKeys.Usable keyFor(Appending appending, int attempt) {
        boolean begins = attempt == 1 && appending.nextSequence() == 0;
        return appending.isErasure() ? keys.own() : keys.current(appending.stream(), begins);
    }

    private Erasure erasure(Appending appending) {
        return switch (appending.forgetting()) {
            case Forgetting.Nothing _ -> Erasure.NONE;
            case Forgetting.OfEvents(Set<EventId> events) ->
                    new Erasure(List.of(), events.stream().map(EventId::value).toList());
            case Forgetting.OfTheWholeCase _ ->
                    new Erasure(keys.livingIds(appending.stream()), List.of());
        };
    }

    private NewRow row(Pending pending, WrittenPayload payload, RecordKey recordKey) {
        EventShape shape = EventShape.of(pending.event());
        DataKey dataKey = payload.dataKey();
        return new NewRow(
                pending.eventId().value(),
                shape.name().name(),
                shape.name().revision(),
                pending.occurredAt(),
                payload.bytes(),
                dataKey == null ? null : recordKey.wrap(dataKey, pending.eventId(), randomness));
    }

    /**
     * Where the connection was lost on the way, the log is asked what became of it; never guessed.
     */
    private AppendResult appendOrAsk(Append append) {
        try {
            return store.append(append);
        } catch (LogFault refused) {
            if (!refused.isOfTheMasterKey()) {
                throw refused;
            }
            keys.masterKeyChanged();
            return new AppendResult.KeyGone();
        } catch (LogNotReachable lost) {
            List<StoredRow> found =
                    lost.mayHaveBeenRecorded()
                            ? store.commandUnderLock(append.commandId())
                            : List.of();
            if (found.isEmpty()) {
                throw lost;
            }
            boolean ours = found.getFirst().eventId().equals(append.rows().getFirst().eventId());
            return ours ? new AppendResult.Appended(found) : new AppendResult.AlreadyRecorded();
        }
    }
}
