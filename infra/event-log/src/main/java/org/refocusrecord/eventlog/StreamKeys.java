package org.refocusrecord.eventlog;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.keys.RecordKey;
import org.refocusrecord.eventlog.keys.RecordKeyName;
import org.refocusrecord.eventlog.store.DataKeyRow;
import org.refocusrecord.eventlog.store.LogFault;
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

/**
 * The record keys of streams and the data keys of events, unwrapped. What lives is read from the
 * log each time; only the unwrapping is spared.
 */
final class StreamKeys {

    private static final String OWN_STREAM = "log/content";
    private static final int TRIES = 5;

    private final LogStore store;
    private final MasterKey master;
    private final Randomness randomness;
    private final KeyCache cache;
    private volatile @Nullable Usable own;

    StreamKeys(LogStore store, MasterKey master, Randomness randomness, KeyCache cache) {
        this.store = store;
        this.master = master;
        this.randomness = randomness;
        this.cache = cache;
    }

    /** The same keys, asked for of another store: what is unwrapped is shared. */
    StreamKeys through(LogStore other) {
        return new StreamKeys(other, master, randomness, cache);
    }

    /**
     * A record key ready for use.
     *
     * @param used what the append must say of it; null of the log's own key
     */
    record Usable(UUID id, RecordKey key, @Nullable UsedKey used) {}

    /**
     * The living key of a stream, or a new one: at the start, and after an erasure. Streams without
     * words share the log's own key. The append says whether it was right, under its lock.
     *
     * @param begins whether the stream is thought to begin: then there is no key to ask for
     */
    Usable current(String stream, boolean begins) {
        if (!stream.startsWith("case/")) {
            return own();
        }
        Usable known = cache.current(stream);
        if (known != null) {
            return known;
        }
        if (begins) {
            return drawn(stream, 0);
        }
        long before = cache.clearings();
        Usable living = living(stream);
        if (!isNew(living)) {
            cache.keep(stream, living, before);
        }
        return living;
    }

    /** That an append was recorded with this key, which is in the log now. */
    void recorded(String stream, Usable usable, long since) {
        UsedKey used = usable.used();
        if (used != null && isNew(usable)) {
            UsedKey known = new UsedKey(used.id(), used.generation(), null);
            cache.keep(stream, new Usable(usable.id(), usable.key(), known), since);
        }
    }

    /** Another master key wraps what is new. */
    void masterKeyChanged() {
        master.changed();
    }

    /** How often keys were let go of, for {@link #recorded}. */
    long clearings() {
        return cache.clearings();
    }

    /** How many unwrapped keys are in memory. */
    long inMemory() {
        return cache.size();
    }

    /** Lets go of a stream's keys: some were destroyed, here or on another node. */
    void forget(String stream) {
        cache.forget(stream);
    }

    /** Lets go of all streams' keys: nobody knows which were destroyed. */
    void forget() {
        cache.forget();
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
        return drawn(stream, rows.isEmpty() ? 0 : rows.getLast().generation() + 1);
    }

    private Usable drawn(String stream, int generation) {
        RecordKeyName name = new RecordKeyName(EventIds.next().value(), stream, generation);
        RecordKey key = RecordKey.draw(randomness);
        UsedKey used = new UsedKey(name.id(), generation, key.wrappedBy(master, name));
        return new Usable(name.id(), key, used);
    }

    private static boolean isNew(Usable usable) {
        return usable.used() != null && usable.used().wrappedIfNew() != null;
    }

    /**
     * The log's own key, which guards contents and nothing else, and which no erasure reaches. It
     * is drawn at the first use; whoever is first wins, and everybody uses the winner's.
     */
    Usable own() {
        Usable known = own;
        for (int attempt = 1; known == null; attempt++) {
            Usable living = living(OWN_STREAM);
            UsedKey used = living.used();
            if (used != null && used.wrappedIfNew() != null) {
                keepOwn(living.id(), used.wrappedIfNew(), attempt == TRIES);
            } else {
                known = new Usable(living.id(), living.key(), null);
                own = known;
            }
        }
        return known;
    }

    /** Where another master key is wanted, it is drawn and wrapped again. */
    private void keepOwn(UUID id, byte[] wrapped, boolean last) {
        try {
            store.keepOwnKey(id, wrapped);
        } catch (LogFault refused) {
            if (last || !refused.isOfTheMasterKey()) {
                throw refused;
            }
            master.changed();
        }
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
        return wrapped == null
                ? null
                : cache.unwrapped(row, () -> RecordKey.unwrap(wrapped, master, name(row)));
    }

    private static RecordKeyName name(RecordKeyRow row) {
        return new RecordKeyName(row.id(), row.stream(), row.generation());
    }

    /**
     * The data keys of events; an event is missing where it has no words, and null where its key is
     * gone.
     */
    Map<EventId, @Nullable DataKey> dataKeys(Collection<EventId> events) {
        Set<UUID> ids = events.stream().map(EventId::value).collect(Collectors.toSet());
        Map<EventId, @Nullable DataKey> keys = new HashMap<>();
        for (DataKeyRow row : store.dataKeys(ids)) {
            RecordKey recordKey = unwrapped(row.recordKey());
            byte[] wrapped = row.wrapped();
            EventId event = new EventId(row.eventId());
            keys.put(
                    event,
                    recordKey == null || wrapped == null ? null : recordKey.unwrap(wrapped, event));
        }
        return keys;
    }
}
