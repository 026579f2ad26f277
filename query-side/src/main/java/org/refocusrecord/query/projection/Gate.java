package org.refocusrecord.query.projection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where a rebuilt view goes live: segment by segment it is brought to the position at which the
 * live one stands, which waits for that; then their rows and what is parked of them are compared by
 * their digests. If they are the same, the next side takes the place of the live one, all in one
 * transaction. If not, it goes on beside it and waits for somebody's word.
 */
final class Gate implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    /** The live view waits for so many pages at most. */
    private static final int PAGES_AT_ONCE = 5;

    /** Longer than it takes the database to break off a vacuum that stands in the way. */
    private static final String PATIENCE = "set local lock_timeout = '2s'";

    /** Whoever begins to read waits as long for one who reads already. */
    private static final String A_MOMENT = "set local lock_timeout = '100ms'";

    private final Folds folds;
    private final Moving moving;

    Gate(EventFeed feed, Folds folds, int pageSize) {
        this.folds = folds;
        this.moving = new Moving(feed, folds, Side.NEXT, pageSize);
    }

    /**
     * Compares both sides of a view and lets the next one go live, if that can be.
     *
     * @return whether it did
     */
    boolean open(Connection connection, String name) throws SQLException {
        execute(connection, PATIENCE);
        // Nobody begins or drops a rebuild, or cuts views, meanwhile.
        Cut cut = Cut.held(connection);
        Rebuild rebuild = RebuildTable.locked(connection, name);
        if (rebuild == null || !rebuild.isToBeOpened() || !folds.isOf(rebuild)) {
            return false;
        }
        List<ProjectionState> live = ProjectionTable.ofLocked(connection, Side.LIVE, name);
        List<ProjectionState> next = ProjectionTable.ofLocked(connection, Side.NEXT, name);
        // It may be another one by now than that which was near.
        if (!follows(next) || !level(connection, live, next)) {
            return false;
        }
        next = ProjectionTable.ofLocked(connection, Side.NEXT, name);
        if (!places(live).equals(places(next))) {
            return false;
        }
        if (beginsAgain(connection, rebuild, cut.segments())) {
            return false;
        }
        if (rebuild.accepted() != null || isTheSame(connection, rebuild, live, next)) {
            return goesLive(connection, rebuild, cut.segments());
        }
        RebuildTable.differs(connection, rebuild, position(next));
        return false;
    }

    /** Where its tables would take something from those that are live. */
    private boolean beginsAgain(Connection connection, Rebuild rebuild, Segments segments)
            throws SQLException {
        if (NextTables.fit(connection, rebuild.tables())) {
            return false;
        }
        Sides.again(
                connection, rebuild, Objects.requireNonNull(folds.of(rebuild.name())), segments);
        LOG.warn(
                "view {} is rebuilt once more: its tables were given other columns, indexes or"
                        + " rights meanwhile",
                rebuild.name());
        return true;
    }

    private static boolean follows(List<ProjectionState> next) {
        return next.stream().allMatch(state -> state.folding() == null);
    }

    /** Whether each segment of the next side has come to where the live one stands. */
    private boolean level(
            Connection connection, List<ProjectionState> live, List<ProjectionState> begun)
            throws SQLException {
        Segments segments = new Segments(live.size());
        List<ProjectionState> next = begun;
        for (int pages = 0; pages < PAGES_AT_ONCE; pages++) {
            Map<Long, List<ProjectionState>> behind = behind(live, next);
            if (behind.isEmpty()) {
                return true;
            }
            for (Map.Entry<Long, List<ProjectionState>> each : behind.entrySet()) {
                moving.on(connection, each.getValue(), segments, each.getKey());
            }
            next = ProjectionTable.ofLocked(connection, Side.NEXT, next.getFirst().name());
        }
        return false;
    }

    /** Those that are behind, by the position that they are to come to. */
    private static Map<Long, List<ProjectionState>> behind(
            List<ProjectionState> live, List<ProjectionState> next) {
        return next.stream()
                .filter(state -> state.segment() < live.size())
                .filter(state -> state.position() < live.get(state.segment()).position())
                .collect(
                        Collectors.groupingBy(
                                state -> live.get(state.segment()).position(),
                                TreeMap::new,
                                Collectors.toList()));
    }

    private static List<Long> places(List<ProjectionState> states) {
        return states.stream().map(ProjectionState::position).toList();
    }

    private static boolean isTheSame(
            Connection connection,
            Rebuild rebuild,
            List<ProjectionState> live,
            List<ProjectionState> next)
            throws SQLException {
        return !rebuild.isOlderThan(live)
                && Boolean.FALSE.equals(rebuild.altered())
                && tallies(live).equals(tallies(next))
                && DifferenceTable.ofParked(connection, rebuild.name()).isEmpty();
    }

    private static List<Tally> tallies(List<ProjectionState> states) {
        return states.stream().map(ProjectionState::tally).toList();
    }

    private static long position(List<ProjectionState> states) {
        return states.stream().mapToLong(ProjectionState::position).min().orElseThrow();
    }

    private boolean goesLive(Connection connection, Rebuild rebuild, Segments segments)
            throws SQLException {
        NextTables.alone(connection);
        NextTables.freeOfVacuum(connection, rebuild.tables());
        // All at once: whoever reads one of them by hand is not waited for with the rest in hand.
        String live =
                rebuild.tables().stream().map(Side.LIVE::table).collect(Collectors.joining(", "));
        execute(connection, A_MOMENT);
        execute(
                connection,
                "lock table refocus_views.readers, " + live + " in access exclusive mode");
        execute(connection, PATIENCE);
        // An index or a column that was just being added when it was looked for is there by now.
        if (beginsAgain(connection, rebuild, segments)) {
            return false;
        }
        NextTables.goLive(connection, rebuild.tables());
        ProjectionTable.goLive(connection, rebuild.name());
        ParkedTable.goLive(connection, rebuild.name());
        Rebuild.Act accepted = rebuild.accepted();
        RebuildTable.end(
                connection, rebuild, Rebuild.State.LIVE, accepted == null ? null : accepted.by());
        LOG.info(
                "view {} is live as it was rebuilt by version {}{}",
                rebuild.name(),
                rebuild.version(),
                accepted == null ? "" : ", though it differed: " + accepted.by() + " let it");
        return true;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        moving.close();
    }
}
