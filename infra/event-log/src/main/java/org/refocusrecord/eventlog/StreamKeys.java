package org.refocusrecord.eventlog;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.keys.RecordKey;
import org.refocusrecord.eventlog.keys.RecordKeyName;
import org.refocusrecord.eventlog.store.DataKeyRow;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.RecordKeyRow;
import org.refocusrecord.eventlog.store.UsedKey;
import org.refocusrecord.events.EventId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The record keys of streams and the data keys of events, unwrapped. */
final class StreamKeys {

    private static final String OWN_STREAM = "log/content";

    private final LogStore store;
    private final MasterKey master;
    private final Randomness randomness;
    private volatile @Nullable Usable own;

    StreamKeys(LogStore store, MasterKey master, Randomness randomness) {
        this.store = store;
        this.master = master;
        this.randomness = randomness;
    }

    /**
     * A record key ready for use, and what the append must say of it: nothing of the log's own key.
     */
    record Usable(RecordKey key, @Nullable UsedKey used) {}

    /**
     * The living key of a stream, or a new one: at the start, and after an erasure. Streams without
     * words share the log's own key, which guards their contents and nothing else.
     */
    Usable current(String stream) {
        return isOfCase(stream) ? living(stream) : ownKey();
    }

    private static boolean isOfCase(String stream) {
        return stream.startsWith("case/");
    }

    private Usable living(String stream) {
        List<RecordKeyRow> rows = store.recordKeys(stream);
        if (!rows.isEmpty()) {
            RecordKeyRow last = rows.getLast();
            byte[] wrapped = last.wrapped();
            if (wrapped != null) {
                return new Usable(
                        RecordKey.unwrap(wrapped, master, name(last)),
                        new UsedKey(last.id(), last.generation(), null));
            }
        }
        int generation = rows.isEmpty() ? 0 : rows.getLast().generation() + 1;
        RecordKeyName name = new RecordKeyName(EventIds.next().value(), stream, generation);
        RecordKey key = RecordKey.draw(randomness);
        return new Usable(key, new UsedKey(name.id(), generation, key.wrappedBy(master, name)));
    }

    /** Drawn at the first use; whoever is first wins, and everybody uses the winner's. */
    private Usable ownKey() {
        Usable known = own;
        if (known == null) {
            UsedKey drawn = living(OWN_STREAM).used();
            if (drawn != null && drawn.wrappedIfNew() != null) {
                store.keepRecordKey(OWN_STREAM, drawn);
            }
            known = new Usable(living(OWN_STREAM).key(), null);
            own = known;
        }
        return known;
    }

    /** All keys that a stream ever had: null where one was destroyed. */
    List<@Nullable RecordKey> all(String stream) {
        List<@Nullable RecordKey> keys = new ArrayList<>();
        for (RecordKeyRow row : store.recordKeys(isOfCase(stream) ? stream : OWN_STREAM)) {
            keys.add(unwrapped(row));
        }
        return keys;
    }

    private @Nullable RecordKey unwrapped(RecordKeyRow row) {
        byte[] wrapped = row.wrapped();
        return wrapped == null ? null : RecordKey.unwrap(wrapped, master, name(row));
    }

    private static RecordKeyName name(RecordKeyRow row) {
        return new RecordKeyName(row.id(), row.stream(), row.generation());
    }

    /**
     * The data keys of events; an event is missing where it has no words, and null where its key is
     * gone.
     */
    Map<EventId, @Nullable DataKey> dataKeys(Collection<EventId> events) {
        List<DataKeyRow> rows =
                store.dataKeys(events.stream().map(EventId::value).collect(Collectors.toSet()));
        Map<UUID, RecordKey> recordKeys = new HashMap<>();
        store.recordKeys(rows.stream().map(DataKeyRow::recordKeyId).collect(Collectors.toSet()))
                .forEach(row -> {
                    RecordKey key = unwrapped(row);
                    if (key != null) {
                        recordKeys.put(row.id(), key);
                    }
                });
        Map<EventId, @Nullable DataKey> keys = new HashMap<>();
        for (DataKeyRow row : rows) {
            RecordKey recordKey = recordKeys.get(row.recordKeyId());
            byte[] wrapped = row.wrapped();
            EventId event = new EventId(row.eventId());
            keys.put(
                    event,
                    recordKey == null || wrapped == null ? null : recordKey.unwrap(wrapped, event));
        }
        return keys;
    }
}
