package org.refocusrecord.query.projection;

import org.refocusrecord.eventlog.Logged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds where a rebuilt view differs from what is live, and says so. It looks at both sides as they
 * are at one moment, while they go on: a stream that one side has an event more of just then proves
 * nothing, and is left out.
 */
final class Telling {

    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    private final EventFeed feed;
    private final Transactions transactions;

    Telling(EventFeed feed, Transactions transactions) {
        this.feed = feed;
        this.transactions = transactions;
    }

    /** What was seen at one moment. */
    private record Seen(
            List<Difference> differences, List<ProjectionState> live, List<ProjectionState> next) {}

    /**
     * Tells it of a rebuild; where nothing differs any more, both sides are to be compared again.
     */
    void tell(Rebuild rebuild, Projector projector) {
        Seen seen =
                transactions.readTables(
                        bothSides(projector),
                        connection ->
                                new Seen(
                                        differences(connection, rebuild, projector),
                                        of(connection, Side.LIVE, rebuild),
                                        of(connection, Side.NEXT, rebuild)));
        List<Difference> sure =
                seen.differences().stream()
                        .filter(difference -> isAtOnePlace(difference.stream(), seen))
                        .toList();
        // What was seen on the way is no reason yet to take it for the same.
        boolean isTheSame = seen.differences().isEmpty();
        if (sure.isEmpty() && !isTheSame) {
            return;
        }
        boolean isOlder = rebuild.isOlderThan(seen.live());
        boolean written =
                transactions.write(
                        connection -> written(connection, rebuild, sure, isTheSame && !isOlder));
        if (written && !isTheSame) {
            say(rebuild, sure.getFirst());
        } else if (written && isOlder) {
            sayThatItIsOlder(rebuild);
        }
    }

    /** Not where it has ended meanwhile, or another node has told. */
    private static boolean written(
            Connection connection, Rebuild rebuild, List<Difference> sure, boolean again)
            throws SQLException {
        Rebuild now = RebuildTable.locked(connection, rebuild.name());
        if (now == null || now.id() != rebuild.id() || !now.isToBeTold()) {
            return false;
        }
        if (again) {
            RebuildTable.compareAgain(connection, now);
        } else {
            DifferenceTable.keep(connection, now.id(), sure);
            RebuildTable.told(connection, now);
        }
        return true;
    }

    private static String bothSides(Projector projector) {
        return projector.tables().stream()
                .flatMap(table -> Stream.of(Side.values()).map(side -> side.table(table.name())))
                .collect(Collectors.joining(", "));
    }

    private static void say(Rebuild rebuild, Difference first) {
        LOG.warn(
                "view {}, rebuilt by version {}, differs from what is live, and waits: the first is"
                        + " that {}. To accept it lets it go live, to cancel it drops it",
                rebuild.name(),
                rebuild.version(),
                first.words());
    }

    private static void sayThatItIsOlder(Rebuild rebuild) {
        LOG.warn(
                "view {}, rebuilt by version {}, holds what is live, but a newer version made that;"
                        + " it waits. To accept it lets it go live, to cancel it drops it",
                rebuild.name(),
                rebuild.version());
    }

    private static List<ProjectionState> of(Connection connection, Side side, Rebuild rebuild)
            throws SQLException {
        return ProjectionTable.all(connection, side).stream()
                .filter(state -> state.name().equals(rebuild.name()))
                .toList();
    }

    private static List<Difference> differences(
            Connection connection, Rebuild rebuild, Projector projector) throws SQLException {
        List<Difference> all = new ArrayList<>();
        for (ViewTable table : projector.tables()) {
            all.addAll(DifferenceTable.ofRows(connection, rebuild.name(), table.name()));
            if (Boolean.TRUE.equals(rebuild.altered())) {
                all.addAll(altered(connection, table));
            }
        }
        for (Difference parked : DifferenceTable.ofParked(connection, rebuild.name())) {
            if (all.stream().noneMatch(known -> known.stream().equals(parked.stream()))) {
                all.add(parked);
            }
        }
        return all.stream()
                .sorted(Comparator.comparing(Difference::stream))
                .limit(DifferenceTable.MOST)
                .toList();
    }

    private static List<Difference> altered(Connection connection, ViewTable table)
            throws SQLException {
        TreeMap<String, Long> first = new TreeMap<>();
        table.altered(
                connection,
                stream -> {
                    first.merge(stream, 1L, Long::sum);
                    if (first.size() > DifferenceTable.MOST) {
                        first.pollLastEntry();
                    }
                });
        return first.entrySet().stream()
                .map(each ->
                        new Difference(
                                each.getKey(), table.name(), each.getValue(), 0, false, false))
                .toList();
    }

    /** Whether no event of a stream lies between where its sides stood. */
    private boolean isAtOnePlace(String stream, Seen seen) {
        if (seen.live().isEmpty() || seen.next().size() != seen.live().size()) {
            return false;
        }
        int segment = new Segments(seen.live().size()).of(stream);
        long from = seen.next().get(segment).position();
        long to = seen.live().get(segment).position();
        return from == to
                || feed.logged(stream).stream()
                        .mapToLong(Logged::position)
                        .noneMatch(position -> position > from && position <= to);
    }
}
