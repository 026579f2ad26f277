package org.refocusrecord.command;

import org.refocusrecord.command.snapshot.SnapshotUnreadable;
import org.refocusrecord.command.snapshot.StateForm;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.Snapshots;
import org.refocusrecord.events.EventId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * States of long streams of one kind, kept in the database beside the log. One is made anew when
 * the events since the last exceed a quarter of the stream, so that all of them together cost no
 * more than a few times the last; short streams have none.
 *
 * @param <S> the state
 */
public final class StateSnapshots<S> {

    /** Fewer events than this are sooner read than spared. */
    public static final int LEAST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(StateSnapshots.class);
    private static final int PART = 4;

    private final Snapshots snapshots;
    private final StateForm<S> form;
    private final Function<S, EventId> lastEvent;
    private final Executor leisure;
    private final byte[] fingerprint;

    /**
     * Snapshots of states of that form.
     *
     * @param lastEvent the last event in a state
     * @param leisure where they are written
     */
    public StateSnapshots(
            Snapshots snapshots,
            StateForm<S> form,
            Function<S, EventId> lastEvent,
            Executor leisure) {
        this.snapshots = snapshots;
        this.form = form;
        this.lastEvent = lastEvent;
        this.leisure = leisure;
        this.fingerprint = form.fingerprint();
    }

    /** The state that is kept of a stream, if there is one that can be believed and read. */
    Optional<S> find(String stream) {
        Optional<byte[]> found = snapshots.find(stream, fingerprint);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(form.read(found.get()));
        } catch (SnapshotUnreadable unreadable) {
            // We have written it ourselves, and cannot read it: a mistake of ours.
            LOG.warn("the snapshot of {} is sealed, and cannot be read: it is made anew", stream);
            snapshots.discard(stream, fingerprint);
            return Optional.empty();
        }
    }

    /** Whether an event is the last one in a state. */
    boolean isTheLast(S state, RecordedEvent event) {
        return event.eventId().equals(lastEvent.apply(state));
    }

    /** Whether a stream of so many events is due, where the last snapshot has so many in it. */
    static boolean isDue(long version, long inLast) {
        return version - inLast > Math.max(LEAST, version / PART);
    }

    /**
     * Writes a state when there is leisure for it.
     *
     * @param written told how many events are in the snapshot that there is then
     */
    void write(String stream, S state, long version, LongConsumer written) {
        leisure.execute(() -> {
            try {
                written.accept(written(stream, state, version));
            } catch (RuntimeException ours) {
                // Its message might quote what is in the state.
                LOG.error("no snapshot of {} can be made: {}", stream, ours.getClass().getName());
                // As if there were one: the next event would meet the same.
                written.accept(version);
            }
        });
    }

    private long written(String stream, S state, long version) {
        // Another node may have been here; and who has forgotten a stream knows of none.
        long inLast = snapshots.latest(stream, fingerprint) + 1;
        boolean isKept =
                isDue(version, inLast)
                        && snapshots.keep(
                                stream,
                                version - 1,
                                lastEvent.apply(state),
                                fingerprint,
                                () -> form.write(state));
        return isKept ? version : inLast;
    }
}
