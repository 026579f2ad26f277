package org.refocusrecord.eventlog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/**
 * PostgreSQL's write-ahead log, in whose segments everything lies that was ever written until they
 * are used again. It belongs to the whole server, so it is for one who keeps the server for the
 * record alone and may do everything there.
 */
public final class WriteAheadLog {

    /** A segment into which nothing was written yet would not be left. */
    private static final String SOMETHING = "select pg_logical_emit_message(false, '', '')";

    /** The rest of the one that is left is written with zeros. */
    private static final String NEXT_SEGMENT = "select pg_switch_wal()";

    /**
     * After it no segment before the one in use is kept, unless somebody wants it: each is gone, or
     * has its next turn.
     */
    private static final String CHECKPOINT = "checkpoint";

    private static final String IN_USE =
            "select (pg_split_walfile_name(pg_walfile_name(pg_current_wal_insert_lsn())))"
                    + ".segment_number";
    private static final String FIRST =
            "select min((pg_split_walfile_name(name)).segment_number) from pg_ls_waldir()"
                    + " where name ~ '^[0-9A-F]{24}$'";
    private static final String LAST =
            "select max((pg_split_walfile_name(name)).segment_number) from pg_ls_waldir()"
                    + " where name ~ '^[0-9A-F]{24}$'";

    private final DataSource superuser;

    /** Of the server that this superuser comes into. */
    public WriteAheadLog(DataSource superuser) {
        this.superuser = superuser;
    }

    /**
     * Nothing that was written before is left in any segment. Each is used again, by which it is
     * filled to its end, if only with zeros; some 16 MB are written for each that is there, and
     * whoever records waits for each.
     *
     * @return false where old segments are kept for somebody (a replica, an archive, a backup under
     *     way), so that nothing was written over
     * @throws LogNotReachable if the database is away
     */
    public boolean writeOver() {
        return new LogConnections(superuser).ask(WriteAheadLog::writeOver);
    }

    private static boolean writeOver(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            leave(statement);
            statement.execute(SOMETHING);
            long inUse = number(statement, IN_USE);
            statement.execute(CHECKPOINT);
            if (number(statement, FIRST) < inUse) {
                return false;
            }
            long last = number(statement, LAST);
            while (number(statement, IN_USE) <= last) {
                leave(statement);
            }
            return true;
        }
    }

    private static void leave(Statement statement) throws SQLException {
        statement.execute(SOMETHING);
        statement.execute(NEXT_SEGMENT);
    }

    private static long number(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }
}
