package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Where rebuilds are written down, and kept when they have ended. */
final class RebuildTable {

    private static final String SELECT =
            """
            select id, name, version, state, paused, tables, until, altered, compared_at, told,
                   begun_by, begun_at, accepted_by, accepted_at, ended_by, ended_at
              from refocus_views.rebuild r
            """;
    private static final String UNDER_WAY = " where ended_at is null";
    private static final String LATEST =
            " where id = (select max(id) from refocus_views.rebuild o where o.name = r.name)";
    private static final String BEGIN =
            "insert into refocus_views.rebuild (name, version, state, tables, until, begun_by)"
                    + " values (?, ?, 'FOLDING', ?, ?, ?)";
    private static final String ACCEPT =
            "update refocus_views.rebuild set accepted_by = ?, accepted_at = clock_timestamp()"
                    + " where name = ? and state = 'DIFFERS' and told and accepted_at is null";

    private RebuildTable() {}

    /** Those that have not ended. */
    static List<Rebuild> underWay(Connection connection) throws SQLException {
        return select(connection, UNDER_WAY + " order by name");
    }

    /** The one of a view that has not ended, which nobody else changes meanwhile; null: none. */
    static @Nullable Rebuild locked(Connection connection, String name) throws SQLException {
        List<Rebuild> found =
                select(connection, UNDER_WAY + " and name = ? for no key update", name);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The last one of each view that had any. */
    static List<Rebuild> latest(Connection connection) throws SQLException {
        return select(connection, LATEST + " order by name");
    }

    private static List<Rebuild> select(Connection connection, String which, Object... values)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + which)) {
            set(query, values);
            List<Rebuild> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(rebuild(row));
                }
            }
            return found;
        }
    }

    private static Rebuild rebuild(ResultSet row) throws SQLException {
        return new Rebuild(
                row.getLong("id"),
                row.getString("name"),
                row.getInt("version"),
                Rebuild.State.valueOf(row.getString("state")),
                row.getBoolean("paused"),
                List.of((String[]) row.getArray("tables").getArray()),
                row.getLong("until"),
                row.getObject("altered", Boolean.class),
                row.getObject("compared_at", Long.class),
                row.getBoolean("told"),
                Objects.requireNonNull(act(row, "begun")),
                act(row, "accepted"),
                act(row, "ended"));
    }

    private static Rebuild.@Nullable Act act(ResultSet row, String what) throws SQLException {
        OffsetDateTime at = row.getObject(what + "_at", OffsetDateTime.class);
        return at == null ? null : new Rebuild.Act(row.getString(what + "_by"), at.toInstant());
    }

    /** Begins one. */
    static void begin(
            Connection connection, Projector projector, long until, @Nullable String account)
            throws SQLException {
        Array tables =
                connection.createArrayOf(
                        "text", projector.tables().stream().map(ViewTable::name).toArray());
        execute(connection, BEGIN, projector.name(), projector.version(), tables, until, account);
    }

    /** The one under way is accepted and paused as one was that it takes the place of. */
    static void goOnAs(Connection connection, Rebuild before) throws SQLException {
        String sql =
                "update refocus_views.rebuild n set paused = b.paused, accepted_by = b.accepted_by,"
                        + " accepted_at = b.accepted_at from refocus_views.rebuild b"
                        + " where b.id = ? and n.name = b.name and n.ended_at is null";
        execute(connection, sql, before.id());
    }

    /** Pauses the one under way, or lets it go on; false if there is none. */
    static boolean pause(Connection connection, String name, boolean paused) throws SQLException {
        String sql = "update refocus_views.rebuild set paused = ? where name = ? and";
        return execute(connection, sql + " ended_at is null", paused, name) > 0;
    }

    /** Notes that both sides were compared at a position and are not the same. */
    static void differs(Connection connection, Rebuild rebuild, long position) throws SQLException {
        String sql =
                "update refocus_views.rebuild set state = 'DIFFERS', told = false, compared_at = ?"
                        + " where id = ?";
        execute(connection, sql, position, rebuild.id());
    }

    /** Notes whether rows of the live side are not those that were written there. */
    static void looked(Connection connection, Rebuild rebuild, boolean altered)
            throws SQLException {
        String sql = "update refocus_views.rebuild set altered = ? where id = ?";
        execute(connection, sql, altered, rebuild.id());
    }

    /** It is told where they differ. */
    static void told(Connection connection, Rebuild rebuild) throws SQLException {
        String sql = "update refocus_views.rebuild set told = true where id = ?";
        execute(connection, sql, rebuild.id());
    }

    /** What differed is the same by now: they are to be compared again. */
    static void compareAgain(Connection connection, Rebuild rebuild) throws SQLException {
        String sql =
                "update refocus_views.rebuild set state = 'FOLDING', altered = null"
                        + " where id = ? and ended_at is null";
        execute(connection, sql, rebuild.id());
    }

    /** Somebody who was told how they differ lets it go live; false if there is none such. */
    static boolean accept(Connection connection, String name, String account) throws SQLException {
        return execute(connection, ACCEPT, account, name) > 0;
    }

    /** It has ended; by whom, where somebody said so. */
    static void end(
            Connection connection, Rebuild rebuild, Rebuild.State as, @Nullable String account)
            throws SQLException {
        String sql =
                "update refocus_views.rebuild set state = ?, ended_by = ?,"
                        + " ended_at = clock_timestamp() where id = ?";
        execute(connection, sql, as.name(), account, rebuild.id());
    }

    private static int execute(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
    }
}
