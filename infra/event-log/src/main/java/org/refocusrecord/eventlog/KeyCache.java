package org.refocusrecord.eventlog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.keys.RecordKey;
import org.refocusrecord.eventlog.store.RecordKeyRow;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Record keys that were unwrapped, bounded in number and in time, and let go of when keys are
 * destroyed.
 *
 * <p>It spares an unwrapping and is never believed about what lives: a text is opened only with a
 * row that says so, and an append looks at its key under the log's lock. So a word of destroyed
 * keys that was lost costs nothing but that a key stays in memory until its time is over.
 */
final class KeyCache {

    private static final long MOST = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Cache<UUID, Held> byId;
    private final Cache<String, StreamKeys.Usable> byStream;

    /** Told with every clearing, so that nothing that was read before it is kept after it. */
    private final AtomicLong clearings = new AtomicLong();

    private record Held(String stream, RecordKey key) {}

    KeyCache() {
        this(MOST, Ticker.systemTicker());
    }

    KeyCache(long most, Ticker ticker) {
        this.byId = cache(most, ticker);
        this.byStream = cache(most, ticker);
    }

    private static <K, V> Cache<K, V> cache(long most, Ticker ticker) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(LONGEST)
                .ticker(ticker)
                .build();
    }

    /** The key of a row that says that it lives. */
    RecordKey unwrapped(RecordKeyRow row, Supplier<RecordKey> unwrapping) {
        Held held = byId.getIfPresent(row.id());
        if (held != null) {
            return held.key();
        }
        long before = clearings.get();
        RecordKey key = unwrapping.get();
        byId.put(row.id(), new Held(row.stream(), key));
        if (clearings.get() != before) {
            byId.invalidate(row.id());
        }
        return key;
    }

    /** The key that the newest words of a stream were made under; null where that is not known. */
    StreamKeys.@Nullable Usable current(String stream) {
        return byStream.getIfPresent(stream);
    }

    /** How often keys were let go of, to be handed over with what was read after asking. */
    long clearings() {
        return clearings.get();
    }

    /** Keeps a stream's key unless keys were let go of since. */
    void keep(String stream, StreamKeys.Usable usable, long since) {
        byStream.put(stream, usable);
        if (clearings.get() != since) {
            byStream.invalidate(stream);
        }
    }

    /** How many unwrapped keys are held. */
    long size() {
        byId.cleanUp();
        return byId.estimatedSize();
    }

    /** Lets go of all keys of a stream. */
    void forget(String stream) {
        clearings.incrementAndGet();
        byStream.invalidate(stream);
        byId.asMap().values().removeIf(held -> held.stream().equals(stream));
    }

    /** Lets go of all keys. */
    void forget() {
        clearings.incrementAndGet();
        byStream.invalidateAll();
        byId.invalidateAll();
    }
}
