package org.refocusrecord.eventlog.store;

import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

/**
 * Writes the tables of keys anew after keys were destroyed: till then their old rows lie in the
 * files, and a plain VACUUM would only give the room back without wiping it. Nobody else can touch
 * the tables meanwhile, so it is done only where they are small enough. Used by one thread.
 */
public final class KeyWiping {

    private static final String DUE = "select destroyed, wiped from refocus_keys.wiping";
    private static final String BYTES =
            "select pg_total_relation_size('refocus_keys.data_key')"
                    + " + pg_total_relation_size('refocus_keys.record_key')"
                    + " + pg_total_relation_size('refocus_inbox.waiting_key')";
    private static final String WIPED = "update refocus_keys.wiping set wiped = greatest(wiped, ?)";
    private static final List<String> TABLES =
            List.of(
                    "refocus_keys.record_key",
                    "refocus_keys.data_key",
                    "refocus_inbox.waiting_key");

    /** What VACUUM tells of rows that somebody may still see. */
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DataSource owner;
    private final BooleanSupplier logToo;
    private long writtenAnew = -1;

    /**
     * As the owner of the tables.
     *
     * @param logToo called when the tables are written anew, since what was destroyed may lie in
     *     the database's write-ahead log too; false: it still does
     */
    public KeyWiping(DataSource owner, BooleanSupplier logToo) {
        this.owner = owner;
        this.logToo = logToo;
    }

    /** What became of it. */
    public enum Outcome {
        /** No key was destroyed since the last time. */
        NOT_DUE,
        /** No destroyed key lies in the files of the tables any more. */
        WIPED,
        /**
         * Somebody used the tables, or may still see what was destroyed, or keeps what was logged:
         * to be tried again.
         */
        LATER,
        /** The tables are larger than was allowed. */
        TOO_LARGE
    }

    /** Wipes where that is due and the tables have no more than so many bytes. */
    public Outcome wipe(long most) {
        return new LogConnections(owner).ask(connection -> wipe(connection, most));
    }

    private Outcome wipe(Connection connection, long most) throws SQLException {
        long destroyed = number(connection, DUE, 1);
        if (destroyed == number(connection, DUE, 2)) {
            return Outcome.NOT_DUE;
        }
        if (number(connection, BYTES, 1) > most) {
            return Outcome.TOO_LARGE;
        }
        // Where the log is what keeps it from being done, the tables are not locked again for it.
        if (writtenAnew != destroyed && !areWrittenAnew(connection)) {
            return Outcome.LATER;
        }
        writtenAnew = destroyed;
        if (!logToo.getAsBoolean()) {
            return Outcome.LATER;
        }
        try (PreparedStatement wiped = connection.prepareStatement(WIPED)) {
            wiped.setLong(1, destroyed);
            wiped.executeUpdate();
        }
        return Outcome.WIPED;
    }

    private static boolean areWrittenAnew(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '500ms'");
            for (String table : TABLES) {
                statement.execute("vacuum (full, verbose) " + table);
                if (leftBehind(statement.getWarnings()) > 0) {
                    return false;
                }
                statement.clearWarnings();
            }
            return true;
        } catch (SQLException busy) {
            if (LOCK_NOT_AVAILABLE.equals(busy.getSQLState())) {
                return false;
            }
            throw busy;
        }
    }

    /** Dead rows that were kept since an older transaction may see them; in its words the first. */
    private static long leftBehind(SQLWarning first) {
        long left = 0;
        for (SQLWarning told = first; told != null; told = told.getNextWarning()) {
            ServerErrorMessage message =
                    told instanceof PSQLWarning postgres ? postgres.getServerErrorMessage() : null;
            String detail = message == null ? null : message.getDetail();
            Matcher number = NUMBER.matcher(detail == null ? "" : detail);
            left += number.find() ? Long.parseLong(number.group()) : 0;
        }
        return left;
    }

    private static long number(Connection connection, String question, int column)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(question);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(column);
        }
    }
}
