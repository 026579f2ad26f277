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

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     * A record key ready for use.
     *
     * @param used what the append must say of it; null of the log's own key
     */
    record Usable(UUID id, RecordKey key, @Nullable UsedKey used) {}

    /**
     * The living key of a stream, or a new one: at the start, and after an erasure. Streams without
     * words share the log's own key.
     */
    Usable current(String stream) {
        return stream.startsWith("case/") ? living(stream) : own();
    }

    private Usable living(String stream) {
        List<RecordKeyRow> rows = store.recordKeys(stream);
        if (!rows.isEmpty()) {
            RecordKeyRow last = rows.getLast();
            RecordKey key = unwrapped(last);
            if (key != null) {
                return new Usable(last.id(), key, new UsedKey(last.id(), last.generation(), null));
            }
        }
        int generation = rows.isEmpty() ? 0 : rows.getLast().generation() + 1;
        RecordKeyName name = new RecordKeyName(EventIds.next().value(), stream, generation);
        RecordKey key = RecordKey.draw(randomness);
        UsedKey used = new UsedKey(name.id(), generation, key.wrappedBy(master, name));
        return new Usable(name.id(), key, used);
    }

    /**
     * The log's own key, which guards contents and nothing else, and which no erasure reaches. It
     * is drawn at the first use; whoever is first wins, and everybody uses the winner's.
     */
    Usable own() {
        Usable known = own;
        if (known == null) {
            Usable drawn = living(OWN_STREAM);
            if (drawn.used() != null && drawn.used().wrappedIfNew() != null) {
                store.keepOwnKey(drawn.id(), drawn.used().wrappedIfNew());
                drawn = living(OWN_STREAM);
            }
            known = new Usable(drawn.id(), drawn.key(), null);
            own = known;
        }
        return known;
    }

    /** A record key by its id; null where it is gone. */
    @Nullable RecordKey recordKey(UUID id) {
        List<RecordKeyRow> rows = store.recordKeys(Set.of(id));
        return rows.isEmpty() ? null : unwrapped(rows.getFirst());
    }

    /** The record keys that an erasure of the whole stream destroys. */
    List<UUID> livingIds(String stream) {
        return store.recordKeys(stream).stream()
                .filter(row -> row.wrapped() != null)
                .map(RecordKeyRow::id)
                .toList();
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
