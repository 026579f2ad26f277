package org.refocusrecord.query.projection;

import org.refocusrecord.eventlog.Logged;
import org.refocusrecord.eventlog.RecordedEvent;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Moves segments of views along the log, a page at a time. Those that stand at one position move
 * together in one transaction, so that what is read from several of them fits together; one that is
 * behind catches up first.
 */
final class Moving implements AutoCloseable {

    private static final int EVENTS_KEPT = 50_000;

    private final Folds folds;
    private final int pageSize;
    private final Reading reading;
    private final Streams streams;

    Moving(EventFeed feed, Folds folds, int pageSize) {
        this.folds = folds;
        this.pageSize = pageSize;
        this.reading = new Reading(feed, pageSize);
        this.streams = new Streams(feed, EVENTS_KEPT);
    }

    /**
     * What came of it.
     *
     * @param position how far the last of them has come
     * @param any whether there was anything to handle
     * @param more whether there is more at once
     */
    record Moved(long position, boolean any, boolean more) {

        /** There was nobody to move; no event changes that. */
        static final Moved NOBODY = new Moved(Long.MAX_VALUE, false, false);
    }

    /** Handles the next page; whoever calls has locked these. */
    Moved on(Connection connection, List<ProjectionState> states, Segments segments)
            throws SQLException {
        if (states.isEmpty()) {
            return Moved.NOBODY;
        }
        long from = least(states);
        long cut = next(states, from);
        List<? extends Logged> read =
                reading.after(from).stream().filter(logged -> logged.position() <= cut).toList();
        if (read.isEmpty()) {
            return new Moved(from, false, false);
        }
        long to = read.getLast().position();
        Map<Integer, List<Logged>> parts = segments.apart(read);
        List<ProjectionState> moving =
                states.stream().filter(state -> state.position() == from).toList();
        moving.stream()
                .map(ProjectionState::segment)
                .distinct()
                .forEach(segment -> meet(parts.getOrDefault(segment, List.of())));
        List<ProjectionState> moved = new ArrayList<>();
        for (ProjectionState state : moving) {
            List<Logged> own = parts.getOrDefault(state.segment(), List.of());
            moved.add(state.after(to, own.size(), applied(connection, state, own)));
        }
        ProjectionTable.store(connection, moved);
        return new Moved(to, true, cut < Long.MAX_VALUE || read.size() == pageSize);
    }

    private static long least(List<ProjectionState> states) {
        return states.stream().mapToLong(ProjectionState::position).min().orElseThrow();
    }

    /** Where the next stands: a page is cut there, so that they go on together. */
    private static long next(List<ProjectionState> states, long from) {
        return states.stream()
                .mapToLong(ProjectionState::position)
                .filter(position -> position > from)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private void meet(List<Logged> own) {
        streams.met(
                own.stream()
                        .filter(RecordedEvent.class::isInstance)
                        .map(RecordedEvent.class::cast)
                        .toList());
    }

    private Tally applied(Connection connection, ProjectionState state, List<Logged> own)
            throws SQLException {
        Projector projector = folds.of(state.name());
        return own.isEmpty() || projector == null
                ? Tally.NONE
                : new Applying(projector, connection).apply(new Page(own, streams));
    }

    @Override
    public void close() {
        reading.close();
    }
}
