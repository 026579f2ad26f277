package org.refocusrecord.query.projection;

import org.refocusrecord.eventlog.Logged;
import org.refocusrecord.eventlog.RecordedEvent;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Moves segments of views along the log, a page at a time. Those that stand at one position move
 * together in one transaction, so that what is read from several of them fits together; one that is
 * behind catches up first.
 */
final class Moving implements AutoCloseable {

    private static final int EVENTS_KEPT = 50_000;

    private final Folds folds;
    private final Side side;
    private final int pageSize;
    private final Reading reading;
    private final Streams streams;

    Moving(EventFeed feed, Folds folds, Side side, int pageSize) {
        this.folds = folds;
        this.side = side;
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

    /**
     * A page that was read.
     *
     * @param moving the segments that it is for, which all stand right before it
     * @param to the position of its last event
     * @param parts what each segment has of it
     * @param more whether there is more at once
     */
    record Leg(
            List<ProjectionState> moving,
            long to,
            Map<Integer, List<Logged>> parts,
            Streams streams,
            boolean more) {

        /** Where it begins. */
        long from() {
            return moving.getFirst().position();
        }

        private boolean isEmpty() {
            return to == from();
        }

        private List<Logged> of(ProjectionState state) {
            return parts.getOrDefault(state.segment(), List.of());
        }

        private List<RecordedEvent> events() {
            return moving.stream()
                    .map(ProjectionState::segment)
                    .distinct()
                    .flatMap(segment -> readable(parts.getOrDefault(segment, List.of())).stream())
                    .toList();
        }

        private static List<RecordedEvent> readable(List<Logged> own) {
            return own.stream()
                    .filter(RecordedEvent.class::isInstance)
                    .map(RecordedEvent.class::cast)
                    .toList();
        }
    }

    /** Handles the next page; whoever calls has locked these. */
    Moved on(Connection connection, List<ProjectionState> states, Segments segments)
            throws SQLException {
        return on(connection, states, segments, Long.MAX_VALUE);
    }

    /** The same, up to a position. */
    Moved on(Connection connection, List<ProjectionState> states, Segments segments, long to)
            throws SQLException {
        if (states.isEmpty()) {
            return Moved.NOBODY;
        }
        Leg leg = read(states, segments, to);
        streams.met(leg.events());
        return write(connection, leg);
    }

    /** Reads the next page and the streams in it, while nothing is locked; up to a position. */
    Leg ahead(List<ProjectionState> states, Segments segments, long to) {
        Leg whole = read(states, segments, to);
        long end = end(whole);
        Leg leg = end == whole.to() ? whole : read(states, segments, end);
        Collection<RecordedEvent> followed =
                leg.events().stream().filter(event -> isFollowed(leg, event.stream())).toList();
        return new Leg(leg.moving(), leg.to(), leg.parts(), streams.held(followed), leg.more());
    }

    /**
     * No further than until the streams of a page, which are held whole, have so many events beside
     * the longest: that one has to be held in any case.
     */
    private long end(Leg leg) {
        Map<String, Long> lengths = new HashMap<>();
        long held = 0;
        long longest = 0;
        long end = leg.from();
        List<RecordedEvent> inOrder =
                leg.events().stream()
                        .filter(event -> isFollowed(leg, event.stream()))
                        .sorted(Comparator.comparingLong(RecordedEvent::position))
                        .toList();
        for (RecordedEvent event : inOrder) {
            Long before = lengths.put(event.stream(), event.sequence() + 1);
            held += event.sequence() + 1 - (before == null ? 0 : before);
            longest = Math.max(longest, event.sequence() + 1);
            if (held - longest > EVENTS_KEPT) {
                return end;
            }
            end = event.position();
        }
        return leg.to();
    }

    private boolean isFollowed(Leg leg, String stream) {
        return leg.moving().stream()
                .map(state -> folds.of(state.name()))
                .filter(Objects::nonNull)
                .anyMatch(projector -> projector.follows(stream));
    }

    private Leg read(List<ProjectionState> states, Segments segments, long most) {
        long from = states.stream().mapToLong(ProjectionState::position).min().orElseThrow();
        long cut = Math.min(next(states, from), most);
        List<? extends Logged> read =
                reading.after(from).stream().filter(logged -> logged.position() <= cut).toList();
        List<ProjectionState> moving =
                states.stream().filter(state -> state.position() == from).toList();
        long to = read.isEmpty() ? from : read.getLast().position();
        boolean more = !read.isEmpty() && (cut < Long.MAX_VALUE || read.size() == pageSize);
        return new Leg(moving, to, segments.apart(read), streams, more);
    }

    /** Where the next stands: a page is cut there, so that they go on together. */
    private static long next(List<ProjectionState> states, long from) {
        return states.stream()
                .mapToLong(ProjectionState::position)
                .filter(position -> position > from)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Handles a page; whoever calls has locked those that it is for. */
    Moved write(Connection connection, Leg leg) throws SQLException {
        if (leg.isEmpty()) {
            return new Moved(leg.from(), false, false);
        }
        byIndex(connection);
        List<ProjectionState> moved = new ArrayList<>();
        for (ProjectionState state : leg.moving()) {
            List<Logged> own = leg.of(state);
            Tally change = applied(connection, state, new Page(own, leg.streams(), side));
            moved.add(state.after(leg.to(), own.size(), change));
        }
        ProjectionTable.store(connection, side, moved);
        return new Moved(leg.to(), true, leg.more());
    }

    /**
     * Rows are looked for by their streams alone. Of a table that grows fast the database reckons
     * for a while that it is small, and would read all of it each time.
     */
    private static void byIndex(Connection connection) throws SQLException {
        try (Statement setting = connection.createStatement()) {
            setting.execute("set local enable_seqscan = off");
        }
    }

    private Tally applied(Connection connection, ProjectionState state, Page page)
            throws SQLException {
        Projector projector = folds.of(state.name());
        return page.size() == 0 || projector == null
                ? Tally.NONE
                : new Applying(projector, side, connection).apply(page);
    }

    @Override
    public void close() {
        reading.close();
    }
}
