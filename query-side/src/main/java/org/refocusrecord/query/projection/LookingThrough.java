package org.refocusrecord.query.projection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reckons the digests of a live view anew from its rows, all as they are at one moment, while it
 * goes on: what was changed or taken out behind the program's back is in no digest that is kept.
 * The next side is counted by the database at the same time, for those who will read it.
 */
final class LookingThrough {

    private static final Logger LOG = LoggerFactory.getLogger(LookingThrough.class);

    private final Transactions transactions;

    LookingThrough(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Looks through the live side of a view that is rebuilt, and notes what it saw. */
    void look(Rebuild rebuild, Projector projector) {
        String tables =
                projector.tables().stream()
                        .map(table -> Side.LIVE.table(table.name()))
                        .collect(Collectors.joining(", "));
        boolean altered =
                transactions.readTables(tables, connection -> isAltered(connection, projector));
        boolean noted = transactions.write(connection -> note(connection, rebuild, altered));
        if (noted && altered) {
            LOG.error("view {}: its rows are not those of its digest", rebuild.name());
        }
    }

    /** Not where it has ended meanwhile, and perhaps another one has begun. */
    private static boolean note(Connection connection, Rebuild rebuild, boolean altered)
            throws SQLException {
        Rebuild now = RebuildTable.locked(connection, rebuild.name());
        if (now == null || now.id() != rebuild.id()) {
            return false;
        }
        NextTables.analyze(connection, rebuild.tables());
        RebuildTable.looked(connection, rebuild, altered);
        return true;
    }

    /** Rows of another version may have other columns: their digest is not this program's. */
    private static boolean isAltered(Connection connection, Projector projector)
            throws SQLException {
        List<ProjectionState> live =
                ProjectionTable.all(connection, Side.LIVE).stream()
                        .filter(state -> state.name().equals(projector.name()))
                        .toList();
        if (live.stream().anyMatch(state -> state.version() != projector.version())) {
            return false;
        }
        List<Tally> kept = live.stream().map(ProjectionState::tally).toList();
        return !projector.recounted(connection, new Segments(live.size())).equals(kept);
    }
}
