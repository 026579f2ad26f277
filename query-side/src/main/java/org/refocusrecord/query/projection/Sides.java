package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Begins rebuilds, and ends them without a trace in what is live. */
final class Sides {

    /** What a rebuild follows page by page is dear, where it is many events. */
    private static final long NEAR = 10_000;

    private Sides() {}

    /**
     * Begins to rebuild a view beside the one that is live, by a projector's fold. Streams are
     * folded as far as all of the live view has come: further on it may not go before that does,
     * since that may stand still. Whoever calls lets nobody cut the views meanwhile.
     *
     * @param account who wants it; null: the program itself
     */
    static void begin(
            Connection connection, Projector projector, Segments segments, @Nullable String account)
            throws SQLException {
        List<String> tables = projector.tables().stream().map(ViewTable::name).toList();
        NextTables.make(connection, tables);
        ParkedTable.release(connection, Side.NEXT, projector.name(), null);
        long until = until(connection, projector.name());
        ProjectionTable.replace(
                connection,
                Side.NEXT,
                projector.name(),
                segments.each(segment ->
                        ProjectionState.folding(
                                projector.name(), segment, projector.version(), until)));
        RebuildTable.begin(connection, projector, until, account);
    }

    /**
     * As far as others that are being folded go, if that is near enough: they then share what is
     * read. One that was left long ago goes on where it is.
     */
    private static long until(Connection connection, String name) throws SQLException {
        long live =
                ProjectionTable.all(connection, Side.LIVE).stream()
                        .filter(state -> state.name().equals(name))
                        .mapToLong(ProjectionState::position)
                        .min()
                        .orElse(0);
        return ProjectionTable.all(connection, Side.NEXT).stream()
                .filter(state -> state.folding() != null)
                .mapToLong(ProjectionState::position)
                .filter(position -> position <= live && live - position <= NEAR)
                .max()
                .orElse(live);
    }

    /**
     * Has a rebuild begin again, with nothing in it, for whoever wanted it; whoever calls has
     * locked it. What somebody said of it holds: its fold is the same.
     */
    static void again(
            Connection connection, Rebuild rebuild, Projector projector, Segments segments)
            throws SQLException {
        cancel(connection, rebuild, null);
        begin(connection, projector, segments, rebuild.begun().by());
        RebuildTable.goOnAs(connection, rebuild);
    }

    /** Gives a rebuild up; whoever calls has locked it. */
    static void cancel(Connection connection, Rebuild rebuild, @Nullable String account)
            throws SQLException {
        // Whoever fills it ends his page first.
        ProjectionTable.ofLocked(connection, Side.NEXT, rebuild.name());
        NextTables.drop(connection, rebuild.tables());
        ParkedTable.release(connection, Side.NEXT, rebuild.name(), null);
        ProjectionTable.remove(connection, Side.NEXT, rebuild.name());
        RebuildTable.end(connection, rebuild, Rebuild.State.CANCELLED, account);
    }
}
