package org.refocusrecord.query.projection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Reckons the digests of a live view anew from its rows, all as they are at one moment, while it
 * goes on: what was changed or taken out behind the program's back is in no digest that is kept.
 */
final class LookingThrough {

    private static final Logger LOG = LoggerFactory.getLogger(LookingThrough.class);

    private final Transactions transactions;

    LookingThrough(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Looks through the live side of a view that is rebuilt, and notes what it saw. */
    void look(Rebuild rebuild, Projector projector) {
        boolean altered = transactions.readViews(connection -> isAltered(connection, projector));
        transactions.write(connection -> {
            RebuildTable.looked(connection, rebuild, altered);
            return true;
        });
        if (altered) {
            LOG.error("view {}: its rows are not those of its digest", rebuild.name());
        }
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
