package org.refocusrecord.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.RecordedEvent;

import java.util.Iterator;
import java.util.function.ToLongFunction;

/**
 * The states of streams of one kind. Those that were lately asked for are kept, so that only what
 * came since has to be read; how much is kept is bounded by the events in it.
 *
 * <p>A kept state may be stale, since another node may have recorded more. Whoever must know what
 * is so asks {@link #atHead}; an acceptance by {@link #asKept} is guarded by the append.
 *
 * @param <S> the state, an immutable value without texts
 */
public final class StreamStates<S> {

    // What a state weighs beside its events.
    private static final int OF_ITSELF = 16;

    private final EventLog log;
    private final S empty;
    private final Fold<S> fold;
    private final ToLongFunction<S> version;
    private final Cache<String, S> kept;

    /** The state after one more event. */
    public interface Fold<S> {
        /** The next state. */
        S evolve(S state, RecordedEvent event);
    }

    /**
     * States of streams of this log.
     *
     * @param empty before the first event
     * @param version how many events a state has in it
     * @param mostEvents how many events the kept states may have in them together
     */
    public StreamStates(
            EventLog log, S empty, Fold<S> fold, ToLongFunction<S> version, long mostEvents) {
        this.log = log;
        this.empty = empty;
        this.fold = fold;
        this.version = version;
        this.kept =
                Caffeine.newBuilder()
                        .maximumWeight(mostEvents)
                        .weigher((String stream, S state) -> weight(state))
                        .build();
    }

    private int weight(S state) {
        return Math.toIntExact(OF_ITSELF + version(state));
    }

    /** How many events a state has in it. */
    public long version(S state) {
        return version.applyAsLong(state);
    }

    /** The state at the head of the log. */
    public S atHead(String stream) {
        S state = kept.asMap().getOrDefault(stream, empty);
        Iterator<RecordedEvent> since = log.stream(stream, version(state) - 1).iterator();
        if (!since.hasNext()) {
            return state;
        }
        while (since.hasNext()) {
            state = fold.evolve(state, since.next());
        }
        keep(stream, state);
        return state;
    }

    /** The state as it was last known here. */
    public S asKept(String stream) {
        S state = kept.getIfPresent(stream);
        return state == null ? atHead(stream) : state;
    }

    /** Keeps a state that was recorded, unless a later one is kept. */
    public void keep(String stream, S state) {
        kept.asMap()
                .merge(
                        stream,
                        state,
                        (known, other) -> version(known) < version(other) ? other : known);
    }
}
