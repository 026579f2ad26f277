package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.Logged;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Fills the next sides of views stream by stream, each folded once as it stood at a position: page
 * by page of the log each would be folded as often as pages have an event of it. Those that have
 * come to the same stream share what is read.
 */
final class Folding implements AutoCloseable {

    private final EventFeed feed;
    private final Folds folds;
    private final int pageSize;
    private EventFeed.@Nullable Pages pages;
    private String after = "";
    private long until;

    Folding(EventFeed feed, Folds folds, int pageSize) {
        this.feed = feed;
        this.folds = folds;
        this.pageSize = pageSize;
    }

    /**
     * Streams that were read.
     *
     * @param folding the segments that they are for
     * @param last the last of these streams; null: there were no more
     * @param parts what each segment has of them
     */
    record Batch(
            List<ProjectionState> folding,
            @Nullable String last,
            Map<Integer, List<Logged>> parts) {}

    /** Reads the next streams for those that have come least far; nothing is locked meanwhile. */
    Batch read(List<ProjectionState> states, Segments segments) {
        ProjectionState least =
                states.stream()
                        .min(
                                Comparator.comparing(Folding::last)
                                        .thenComparingLong(ProjectionState::position))
                        .orElseThrow();
        List<ProjectionState> folding =
                states.stream()
                        .filter(state ->
                                last(state).equals(last(least))
                                        && state.position() == least.position())
                        .toList();
        String next =
                states.stream()
                        .map(Folding::last)
                        .filter(stream -> stream.compareTo(last(least)) > 0)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        List<? extends Logged> read = page(last(least), least.position());
        String end = read.isEmpty() ? null : read.getLast().stream();
        if (end != null && next != null && end.compareTo(next) > 0) {
            read = read.stream().filter(row -> row.stream().compareTo(next) <= 0).toList();
            end = next;
        }
        return new Batch(folding, end, segments.apart(read));
    }

    private static String last(ProjectionState state) {
        return Objects.requireNonNull(state.folding());
    }

    private List<? extends Logged> page(String behind, long to) {
        EventFeed.Pages reading = pages;
        if (reading == null || !behind.equals(after) || to != until) {
            close();
            reading = feed.streams(behind, to, pageSize);
            pages = reading;
            until = to;
        }
        after = "\uffff";
        List<? extends Logged> page = reading.next();
        if (page.isEmpty()) {
            close();
        } else {
            after = page.getLast().stream();
        }
        return page;
    }

    /** Writes them; whoever calls has locked the segments that they are for. */
    void write(Connection connection, Batch batch) throws SQLException {
        List<ProjectionState> folded = new ArrayList<>();
        for (ProjectionState state : batch.folding()) {
            List<Logged> own = batch.parts().getOrDefault(state.segment(), List.of());
            folded.add(state.folded(batch.last(), own.size(), applied(connection, state, own)));
        }
        ProjectionTable.store(connection, Side.NEXT, folded);
    }

    private Tally applied(Connection connection, ProjectionState state, List<Logged> own)
            throws SQLException {
        Projector projector = folds.of(state.name());
        if (own.isEmpty() || projector == null) {
            return Tally.NONE;
        }
        Page page = Page.first(own, Streams.whole(feed, own), Side.NEXT);
        return new Applying(projector, Side.NEXT, connection).apply(page);
    }

    @Override
    public void close() {
        EventFeed.Pages reading = pages;
        pages = null;
        if (reading != null) {
            reading.close();
        }
    }
}
