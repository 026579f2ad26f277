package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.Logged;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Applies what waits of a stream. The stream is read from the log before anything is locked, so
 * that whoever releases never holds one connection while he waits for the next: many who did would
 * keep each other, and whoever moves the views, from ever getting it. For rows that are locked he
 * waits as all do who {@linkplain Intervening intervene}.
 */
final class Releasing {

    private final EventFeed feed;
    private final Transactions transactions;
    private final Intervening intervening;
    private final Folds folds;

    Releasing(EventFeed feed, Transactions transactions, Intervening intervening, Folds folds) {
        this.feed = feed;
        this.transactions = transactions;
        this.intervening = intervening;
        this.folds = folds;
    }

    /** Applies the waiting events of a stream; answers with what still waits of it. */
    List<Parked> release(String stream) {
        while (true) {
            List<Parked> waiting =
                    transactions.read(connection -> of(connection, Side.LIVE, stream));
            if (waiting.isEmpty()) {
                return waiting;
            }
            List<? extends Logged> events = feed.logged(stream);
            List<Parked> left =
                    intervening.write(connection -> release(connection, stream, waiting, events));
            if (left != null) {
                return left;
            }
        }
    }

    /** Null where by now other events wait than did before the log was read. */
    private @Nullable List<Parked> release(
            Connection connection,
            String stream,
            List<Parked> waiting,
            List<? extends Logged> events)
            throws SQLException {
        int segment = Cut.held(connection).segments().of(stream);
        List<ProjectionState> live = ProjectionTable.locked(connection, Side.LIVE, segment);
        if (!of(connection, Side.LIVE, stream).equals(waiting)) {
            return null;
        }
        release(connection, Side.LIVE, live, waiting, events);
        // What is being rebuilt would differ else; of that too no more than has been folded.
        release(
                connection,
                Side.NEXT,
                ProjectionTable.locked(connection, Side.NEXT, segment),
                of(connection, Side.NEXT, stream),
                events);
        return of(connection, Side.LIVE, stream);
    }

    private void release(
            Connection connection,
            Side side,
            List<ProjectionState> segment,
            List<Parked> waiting,
            List<? extends Logged> events)
            throws SQLException {
        Map<String, ProjectionState> states = new LinkedHashMap<>();
        segment.forEach(state -> states.put(state.name(), state));
        for (Parked parked : waiting) {
            ProjectionState state = states.get(parked.projection());
            Projector projector = folds.of(parked.projection());
            if (state != null && projector != null && folds.made(state)) {
                release(connection, side, parked, state, projector, events);
            }
        }
    }

    private void release(
            Connection connection,
            Side side,
            Parked parked,
            ProjectionState state,
            Projector projector,
            List<? extends Logged> events)
            throws SQLException {
        List<? extends Logged> waiting =
                events.stream()
                        .filter(event ->
                                event.position() >= parked.firstPosition()
                                        && event.position() <= state.position())
                        .toList();
        ParkedTable.release(connection, side, parked.projection(), parked.stream());
        Tally change =
                new Applying(projector, side, connection)
                        .apply(
                                new Page(
                                        waiting,
                                        Streams.knowing(feed, parked.stream(), events),
                                        side));
        ProjectionTable.store(connection, side, List.of(state.after(state.position(), 0, change)));
    }

    private static List<Parked> of(Connection connection, Side side, String stream)
            throws SQLException {
        return ParkedTable.all(connection, side, null).stream()
                .filter(parked -> parked.stream().equals(stream))
                .toList();
    }
}
