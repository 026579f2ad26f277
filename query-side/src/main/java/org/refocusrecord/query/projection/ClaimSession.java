package org.refocusrecord.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import javax.sql.DataSource;

/**
 * A session of the database's that holds what a node has claimed. The database ends it when the
 * node dies, and lets go of all that it held.
 */
final class ClaimSession implements AutoCloseable {

    /** The first number of the locks by which segments are held; the second is the segment. */
    static final int HOLDS = 593_211_071;

    /** Of the locks that all nodes of a generation share, so that they can be counted. */
    private static final int IS_HERE = 593_211_072;

    private static final int ANSWERS_WITHIN_MILLIS = 10_000;

    /** A process that stands still, whose host answers for it: it would ask each second. */
    private static final Duration STANDS_STILL = Duration.ofMinutes(1);

    /** A host that vanished without a word is missed within half a minute. */
    private static final String SETTINGS =
            "set lock_timeout = '500ms';"
                    + " set tcp_keepalives_idle = 10;"
                    + " set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3";

    private static final String STANDING =
            """
            with here as (
                select objid::bigint as generation, pid from pg_locks
                 where locktype = 'advisory' and classid = %d and objsubid = 2 and granted
                   and database = (select oid from pg_database where datname = current_database()))
            select c.segments, c.generation, c.change,
                   (select count(*) from here where generation = ?),
                   (select count(*) from here where generation = ? and pid < pg_backend_pid()),
                   (select count(*) from here where generation = c.generation)
              from refocus_views.cut c
            """
                    .formatted(IS_HERE);

    private final Connection connection;
    private final Generation generation;
    private final long number;

    private ClaimSession(Connection connection, Generation generation, Duration standsStill)
            throws SQLException {
        this.connection = connection;
        this.generation = generation;
        connection.setAutoCommit(true);
        connection.setNetworkTimeout(Runnable::run, ANSWERS_WITHIN_MILLIS);
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
            statement.execute("set idle_session_timeout = " + standsStill.toMillis());
            statement.execute(
                    "select pg_advisory_lock_shared(%d, %d)"
                            .formatted(IS_HERE, generation.number()));
            try (ResultSet row = statement.executeQuery("select nextval('refocus_views.claim')")) {
                row.next();
                this.number = row.getLong(1);
            }
        }
    }

    /** A new session for a node that brings these folds. */
    static ClaimSession open(DataSource dataSource, Generation generation) throws SQLException {
        return open(dataSource, generation, STANDS_STILL);
    }

    /** The same; the database ends it when it is not asked for anything in this time. */
    static ClaimSession open(DataSource dataSource, Generation generation, Duration standsStill)
            throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            return new ClaimSession(connection, generation, standsStill);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** What the rows that it has claimed are marked with; no other session has the same. */
    long number() {
        return number;
    }

    Standing standing() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(STANDING)) {
            query.setLong(1, generation.number());
            query.setLong(2, generation.number());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Standing(
                        new Cut(
                                new Segments(row.getInt(1)),
                                new Generation(row.getInt(2)),
                                row.getLong(3)),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6));
            }
        }
    }

    /** Whether a segment was free and is this session's now, as the views are cut in this way. */
    boolean take(int segment, Cut cut) throws SQLException {
        if (!asked("select pg_try_advisory_lock(%d, %d)", segment)) {
            return false;
        }
        boolean marked = inTransaction(() -> mark(segment, cut));
        if (!marked) {
            unlock(segment);
        }
        return marked;
    }

    /** Whoever was marked before writes no more pages, should it still run. */
    private boolean mark(int segment, Cut cut) throws SQLException {
        boolean asBefore = Cut.held(connection).equals(cut);
        if (asBefore) {
            ProjectionTable.claim(connection, segment, number);
        }
        return asBefore;
    }

    /** Whether it was given up; not while somebody else writes in it. */
    boolean giveUp(int segment) throws SQLException {
        boolean givenUp =
                inTransaction(() -> {
                    ProjectionTable.giveUp(connection, segment, number);
                    return true;
                });
        if (givenUp) {
            unlock(segment);
        }
        return givenUp;
    }

    /** False too where somebody has locked what is needed; then another time. */
    private boolean inTransaction(Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            boolean done = work.done();
            connection.commit();
            return done;
        } catch (SQLException failed) {
            if (!ViewsNotReachable.isHeldByAnother(failed)) {
                throw failed;
            }
            connection.rollback();
            return false;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    @FunctionalInterface
    private interface Work {
        boolean done() throws SQLException;
    }

    private void unlock(int segment) throws SQLException {
        asked("select pg_advisory_unlock(%d, %d)", segment);
    }

    private boolean asked(String question, int segment) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question.formatted(HOLDS, segment))) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Lets go of everything at once, before the database notices that nobody is there. */
    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        }
    }
}
