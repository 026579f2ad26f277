package org.refocusrecord.query.projection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reckons the digests of a live view anew from its rows, all as they are at one moment, while it
 * goes on: what was changed or taken out behind the program's back is in no digest that is kept.
 * What was taken out or added is put right in the digest; what was changed is told. The next side
 * is counted by the database at the same time, for those who will read it.
 */
final class LookingThrough {

    private static final Logger LOG = LoggerFactory.getLogger(LookingThrough.class);

    private final Transactions transactions;

    LookingThrough(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * What was seen at one moment.
     *
     * @param isOwn whether this program's fold made the view
     * @param altered whether a row has another hash than was written with it
     * @param live how the view stood
     * @param missed by how much the rows of each segment are more than is kept of them
     */
    private record Seen(
            boolean isOwn, boolean altered, List<ProjectionState> live, List<Tally> missed) {

        boolean isSound() {
            return !altered && missed.stream().allMatch(Tally.NONE::equals);
        }
    }

    /** Looks through the live side of a view that is rebuilt, and notes what it saw. */
    void look(Rebuild rebuild, Projector projector) {
        String tables =
                projector.tables().stream()
                        .map(table -> Side.LIVE.table(table.name()))
                        .collect(Collectors.joining(", "));
        Seen seen = transactions.readTables(tables, connection -> seen(connection, projector));
        boolean noted = transactions.write(connection -> note(connection, rebuild, seen));
        // What a fold of another version wrote may lie in other tables.
        if (noted && seen.isOwn() && !seen.isSound()) {
            LOG.error("view {}: its rows are not those of its digest", rebuild.name());
        }
    }

    /**
     * Not where it has ended meanwhile, or another node has looked: it would be put right twice.
     */
    private static boolean note(Connection connection, Rebuild rebuild, Seen seen)
            throws SQLException {
        Rebuild now = RebuildTable.locked(connection, rebuild.name());
        if (now == null || now.id() != rebuild.id() || now.altered() != null) {
            return false;
        }
        NextTables.analyze(connection, rebuild.tables());
        RebuildTable.looked(connection, rebuild, seen.altered());
        putRight(connection, rebuild, seen);
        return true;
    }

    /**
     * What was added or taken out behind the program's back, and may be as it should by now, would
     * be missed in the digest for ever: no rebuild could be the same then. By how much does not
     * change as the view goes on. What a newer fold wrote is not for an older one to put right.
     */
    private static void putRight(Connection connection, Rebuild rebuild, Seen seen)
            throws SQLException {
        List<ProjectionState> live =
                ProjectionTable.ofLocked(connection, Side.LIVE, rebuild.name());
        if (seen.missed().stream().allMatch(Tally.NONE::equals)
                || !isCutAs(live, seen.live())
                || rebuild.isOlderThan(live)) {
            return;
        }
        List<ProjectionState> right = new ArrayList<>();
        for (int segment = 0; segment < live.size(); segment++) {
            right.add(live.get(segment).put(seen.missed().get(segment)));
        }
        ProjectionTable.store(connection, Side.LIVE, right);
    }

    private static boolean isCutAs(List<ProjectionState> now, List<ProjectionState> then) {
        return cuts(now).equals(cuts(then));
    }

    private static List<Long> cuts(List<ProjectionState> states) {
        return states.stream().map(ProjectionState::since).toList();
    }

    private static Seen seen(Connection connection, Projector projector) throws SQLException {
        List<ProjectionState> live =
                ProjectionTable.all(connection, Side.LIVE).stream()
                        .filter(state -> state.name().equals(projector.name()))
                        .toList();
        Segments segments = new Segments(live.size());
        List<Tally> written = projector.written(connection, segments);
        List<Tally> missed = new ArrayList<>();
        for (int segment = 0; segment < live.size(); segment++) {
            missed.add(written.get(segment).minus(live.get(segment).tally()));
        }
        // Rows of another version may have other columns: what they hash to is not this program's.
        boolean isOwn = live.stream().allMatch(state -> state.version() == projector.version());
        return new Seen(
                isOwn,
                isOwn && !projector.recounted(connection, segments).equals(written),
                live,
                missed);
    }
}
