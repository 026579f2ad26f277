package org.refocusrecord.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How the views of a database are cut now. The database says it and no program does, so that never
 * two numbers are followed at once.
 *
 * @param generation by which folds they are moved
 * @param change another one whenever claims from before it are void
 */
record Cut(Segments segments, Generation generation, long change) {

    private static final String SELECT =
            "select segments, generation, change from refocus_views.cut ";
    private static final String UPDATE =
            "update refocus_views.cut set segments = ?, generation = ?, change = change + 1";

    /** Nobody changes it until this transaction ends. */
    static Cut held(Connection connection) throws SQLException {
        return read(connection, "for share");
    }

    /**
     * Nobody else reads it to hold it until this transaction ends, which waits for no lock for
     * longer than a moment.
     */
    static Cut locked(Connection connection) throws SQLException {
        try (Statement setting = connection.createStatement()) {
            setting.execute("set local lock_timeout = '2s'");
        }
        return read(connection, "for update");
    }

    private static Cut read(Connection connection, String how) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(SELECT + how)) {
            row.next();
            return new Cut(
                    new Segments(row.getInt(1)), new Generation(row.getInt(2)), row.getLong(3));
        }
    }

    static void change(Connection connection, Segments segments, Generation generation)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setInt(1, segments.number());
            update.setInt(2, generation.number());
            update.executeUpdate();
        }
    }
}
