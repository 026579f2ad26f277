package org.refocusrecord.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.RecordedEvent;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * The states of streams of one kind. Those that were lately asked for are kept, so that only what
 * came since has to be read; how much is kept is bounded by the events in it. Of a long stream that
 * is not kept here there is a snapshot in the database to go on from.
 *
 * <p>A kept state may be stale, since another node may have recorded more. Whoever must know what
 * is so asks {@link #atHead}; what is recorded on a state {@link #asKept} is guarded by the append.
 *
 * @param <S> the state, an immutable value without texts of persons
 */
public final class StreamStates<S> {

    // What a state weighs beside its events: some 1.6 kB, where each of these has some 830 bytes.
    private static final int OF_ITSELF = 2;

    private final EventLog log;
    private final S empty;
    private final Fold<S> fold;
    private final ToLongFunction<S> version;
    private final StateSnapshots<S> snapshots;
    private final Cache<String, Kept<S>> kept;
    private final FetchedOnce<S> loads = new FetchedOnce<>();

    /** The state after one more event. */
    public interface Fold<S> {
        /** The next state. */
        S evolve(S state, RecordedEvent event);
    }

    /**
     * A state.
     *
     * @param position of its last event in the log; 0 where it has none
     * @param inSnapshot how many events are in its snapshot, as far as is known here
     */
    private record Kept<S>(S state, long position, long inSnapshot) {}

    /**
     * States of streams of this log.
     *
     * @param empty before the first event
     * @param version how many events a state has in it
     * @param mostEvents how many events the kept states may have in them together
     */
    public StreamStates(
            EventLog log,
            S empty,
            Fold<S> fold,
            ToLongFunction<S> version,
            StateSnapshots<S> snapshots,
            long mostEvents) {
        this.log = log;
        this.empty = empty;
        this.fold = fold;
        this.version = version;
        this.snapshots = snapshots;
        this.kept =
                Caffeine.newBuilder()
                        .maximumWeight(mostEvents)
                        .weigher((String stream, Kept<S> state) -> weight(state.state()))
                        .build();
    }

    private int weight(S state) {
        return Math.toIntExact(OF_ITSELF + version(state));
    }

    /** How many events a state has in it. */
    public long version(S state) {
        return version.applyAsLong(state);
    }

    /**
     * The state of a stream that is thought to begin: none, and nothing is read. If it does not,
     * and no state of it is kept that says so, the append does.
     */
    public S ofNew(String stream, Loading loading) {
        return switch (loading) {
            case AS_KEPT -> {
                Kept<S> known = kept.getIfPresent(stream);
                yield known == null ? empty : known.state();
            }
            case AT_HEAD -> atHead(stream);
        };
    }

    /** The state of a stream, come by like this. */
    public S of(String stream, Loading loading) {
        return switch (loading) {
            case AS_KEPT -> asKept(stream);
            case AT_HEAD -> atHead(stream);
        };
    }

    /**
     * The state at the head of the log.
     *
     * @throws org.refocusrecord.eventlog.LogBroken where an event of the stream is missing, which
     *     for the last ones only those can tell who have known them
     */
    public S atHead(String stream) {
        Kept<S> known = kept.getIfPresent(stream);
        if (known == null) {
            return afresh(stream);
        }
        Optional<Kept<S>> now = since(stream, known);
        if (now.isEmpty()) {
            log.requireNoHole(stream, version(known.state()) - 1, known.position());
            return afresh(stream);
        }
        if (version(now.get().state()) > version(known.state())) {
            keep(stream, now.get());
        }
        return now.get().state();
    }

    private S afresh(String stream) {
        kept.invalidate(stream);
        Kept<S> now = loaded(stream);
        if (version(now.state()) > 0) {
            keep(stream, now);
        }
        return now.state();
    }

    /** Most streams are short, and nobody looks for a snapshot of those. */
    private Kept<S> loaded(String stream) {
        List<RecordedEvent> beginning = log.beginning(stream, StateSnapshots.LEAST);
        if (beginning.size() < StateSnapshots.LEAST) {
            return begun(beginning);
        }
        return snapshots
                .find(stream)
                .flatMap(found -> since(stream, new Kept<>(found, 0, version(found))))
                .orElseGet(() -> {
                    Kept<S> begun = begun(beginning);
                    return evolved(
                            begun, log.stream(stream, version(begun.state()) - 1).iterator());
                });
    }

    private Kept<S> begun(List<RecordedEvent> beginning) {
        return evolved(new Kept<>(empty, 0, 0), beginning.iterator());
    }

    /**
     * A state with what came since. Empty where the log has another event in the place of the
     * state's last, or none: a database that took another's place may have lost what was last
     * recorded there.
     */
    private Optional<Kept<S>> since(String stream, Kept<S> before) {
        Iterator<RecordedEvent> events = log.stream(stream, version(before.state()) - 2).iterator();
        if (!events.hasNext()) {
            return Optional.empty();
        }
        RecordedEvent last = events.next();
        return snapshots.isTheLast(before.state(), last)
                ? Optional.of(
                        evolved(
                                new Kept<>(before.state(), last.position(), before.inSnapshot()),
                                events))
                : Optional.empty();
    }

    private Kept<S> evolved(Kept<S> before, Iterator<RecordedEvent> events) {
        S state = before.state();
        long position = before.position();
        while (events.hasNext()) {
            RecordedEvent event = events.next();
            state = fold.evolve(state, event);
            position = event.position();
        }
        return new Kept<>(state, position, before.inSnapshot());
    }

    /** The state as it was last known here. Several who ask for one that is not load it once. */
    public S asKept(String stream) {
        Kept<S> known = kept.getIfPresent(stream);
        return known == null ? loads.fetched(stream, () -> atHead(stream)) : known.state();
    }

    /** Whether no later or earlier state is kept than this; nothing is read. */
    public boolean isAsKept(String stream, S state) {
        Kept<S> known = kept.getIfPresent(stream);
        return known == null || version(known.state()) == version(state);
    }

    /**
     * Keeps a state that was recorded, unless a later one is kept.
     *
     * @param position of its last event in the log
     */
    public void keep(String stream, S state, long position) {
        keep(stream, new Kept<>(state, position, 0));
    }

    private void keep(String stream, Kept<S> now) {
        Kept<S> is = kept.asMap().merge(stream, now, this::later);
        long events = version(is.state());
        if (StateSnapshots.isDue(events, is.inSnapshot())) {
            snapshots.write(
                    stream, is.state(), events, inSnapshot -> inSnapshot(stream, inSnapshot));
        }
    }

    private Kept<S> later(Kept<S> known, Kept<S> other) {
        boolean further = version(known.state()) < version(other.state());
        Kept<S> later = further ? other : known;
        return new Kept<>(
                later.state(), later.position(), Math.max(known.inSnapshot(), other.inSnapshot()));
    }

    private void inSnapshot(String stream, long events) {
        kept.asMap()
                .computeIfPresent(
                        stream,
                        (_, known) ->
                                new Kept<>(
                                        known.state(),
                                        known.position(),
                                        Math.max(known.inSnapshot(), events)));
    }
}
