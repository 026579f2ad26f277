package org.refocusrecord.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

import javax.sql.DataSource;

/**
 * A session of the database's that holds what a node has claimed. The database ends it when the
 * node dies, and lets go of all that it held.
 */
final class ClaimSession implements AutoCloseable {

    /**
     * The first number of the locks by which segments are held; the second is made of the
     * generation and the segment: each generation of nodes shares out its own.
     */
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
                   (select count(*) from here where generation = c.generation),
                   (select count(*) from here where generation <> ?),
                   exists (select from refocus_views.projection where claim = 0)
                   or exists (select from refocus_views.projection_next where claim = 0),
                   exists (select from refocus_views.projection_next),
                   array(select distinct name || ' ' || version from refocus_views.projection
                          where (name, version) not in (
                              select * from unnest(?::text[], ?::int[])))
              from refocus_views.cut c
            """
                    .formatted(IS_HERE);

    private final Connection connection;
    private final Folds folds;
    private final Generation generation;
    private final long number;

    private ClaimSession(Connection connection, Folds folds, Duration standsStill)
            throws SQLException {
        this.connection = connection;
        this.folds = folds;
        this.generation = Generation.of(folds.all());
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
    static ClaimSession open(DataSource dataSource, Folds folds) throws SQLException {
        return open(dataSource, folds, STANDS_STILL);
    }

    /** The same; the database ends it when it is not asked for anything in this time. */
    static ClaimSession open(DataSource dataSource, Folds folds, Duration standsStill)
            throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            return new ClaimSession(connection, folds, standsStill);
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
            query.setLong(3, generation.number());
            query.setArray(4, connection.createArrayOf("text", folds.names()));
            query.setArray(5, connection.createArrayOf("int4", folds.versions()));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Standing(
                        new Cut(
                                new Segments(row.getInt(1)),
                                new Generation(row.getInt(2)),
                                row.getLong(3)),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getBoolean(8),
                        row.getBoolean(9),
                        List.of((String[]) row.getArray(10).getArray()));
            }
        }
    }

    /** Whether a segment was free and is this session's now, as the views are cut in this way. */
    boolean take(int segment, Standing standing) throws SQLException {
        if (!asked("select pg_try_advisory_lock(%d, %d)", segment)) {
            return false;
        }
        boolean marked = inTransaction(() -> mark(segment, standing));
        if (!marked) {
            unlock(segment);
        }
        return marked;
    }

    /** Whoever was marked before writes no more pages, should it still run. */
    private boolean mark(int segment, Standing standing) throws SQLException {
        boolean asBefore = Cut.held(connection).equals(standing.cut());
        if (asBefore) {
            boolean isLed = standing.isLedByOthers(generation);
            ClaimTable.claim(connection, folds, isLed, segment, number);
        }
        return asBefore;
    }

    /** Takes what nobody has of segments that it holds, as where a rebuild has begun. */
    void takeUnclaimed(Collection<Integer> segments, Standing standing) throws SQLException {
        boolean isLed = standing.isLedByOthers(generation);
        inTransaction(() -> {
            boolean asBefore = Cut.held(connection).equals(standing.cut());
            for (int segment : asBefore ? segments : List.<Integer>of()) {
                ClaimTable.claimUnclaimed(connection, folds, isLed, segment, number);
            }
            return asBefore;
        });
    }

    /** Whether it was given up; not while somebody else writes in it. */
    boolean giveUp(int segment) throws SQLException {
        boolean givenUp =
                inTransaction(() -> {
                    ClaimTable.giveUp(connection, segment, number);
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
                ResultSet row =
                        statement.executeQuery(
                                question.formatted(HOLDS, generation.lock(segment)))) {
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
