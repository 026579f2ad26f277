package org.refocusrecord.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Whose the segments of views are to move. Of one segment a node has no more than the views that
 * its own folds made; and where nodes with other folds lead, of those only what these do not bring.
 */
final class ClaimTable {

    private static final String OWN =
            """
             where segment = ? and (name, version) in (select * from unnest(?::text[], ?::int[]))
               and not (? and exists (select from refocus_views.fold f
                                       where f.name = p.name and f.version = p.version))
            """;
    private static final String UNCLAIMED = " and claim = 0";
    private static final String LOCK =
            "select from {projection} p" + OWN + "%s order by name, segment for update";
    private static final String CLAIM = "update {projection} p set claim = ?" + OWN;
    private static final String GIVE_UP =
            "update {projection} set claim = 0 where claim = ? and segment = ?";
    private static final String LEAD =
            "insert into refocus_views.fold (name, version)"
                    + " select * from unnest(?::text[], ?::int[])";

    private ClaimTable() {}

    /**
     * From now on nobody else moves a segment of them.
     *
     * @param isLed whether nodes with other folds lead
     */
    static void claim(Connection connection, Folds folds, boolean isLed, int segment, long claim)
            throws SQLException {
        for (Side side : Side.values()) {
            lock(connection, side.sql(LOCK.formatted("")), folds, isLed, segment);
            claim(connection, side.sql(CLAIM), folds, isLed, segment, claim);
        }
    }

    /** The same, of what nobody has. */
    static void claimUnclaimed(
            Connection connection, Folds folds, boolean isLed, int segment, long claim)
            throws SQLException {
        for (Side side : Side.values()) {
            lock(connection, side.sql(LOCK.formatted(UNCLAIMED)), folds, isLed, segment);
            claim(connection, side.sql(CLAIM + UNCLAIMED), folds, isLed, segment, claim);
        }
    }

    private static void lock(
            Connection connection, String sql, Folds folds, boolean isLed, int segment)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            own(query, 1, folds, isLed, segment);
            query.executeQuery().close();
        }
    }

    private static void claim(
            Connection connection, String sql, Folds folds, boolean isLed, int segment, long claim)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, claim);
            own(update, 2, folds, isLed, segment);
            update.executeUpdate();
        }
    }

    private static void own(
            PreparedStatement statement, int first, Folds folds, boolean isLed, int segment)
            throws SQLException {
        Connection connection = statement.getConnection();
        statement.setInt(first, segment);
        statement.setArray(first + 1, connection.createArrayOf("text", folds.names()));
        statement.setArray(first + 2, connection.createArrayOf("int4", folds.versions()));
        statement.setBoolean(first + 3, isLed);
    }

    static void giveUp(Connection connection, int segment, long claim) throws SQLException {
        for (Side side : Side.values()) {
            ProjectionTable.locked(connection, side, segment);
            try (PreparedStatement update = connection.prepareStatement(side.sql(GIVE_UP))) {
                update.setLong(1, claim);
                update.setInt(2, segment);
                update.executeUpdate();
            }
        }
    }

    /** These are the folds of the program that is to move the views. */
    static void lead(Connection connection, Folds folds) throws SQLException {
        try (Statement delete = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(LEAD)) {
            delete.execute("delete from refocus_views.fold");
            insert.setArray(1, connection.createArrayOf("text", folds.names()));
            insert.setArray(2, connection.createArrayOf("int4", folds.versions()));
            insert.executeUpdate();
        }
    }
}
