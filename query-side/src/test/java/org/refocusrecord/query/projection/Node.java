package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.refocusrecord.query.caseload.Views;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** A node that follows, with connections of its own, so that it can die without a word. */
final class Node implements AutoCloseable {

    private static final String HELD =
            """
            select (l.objid::bigint & 255)::int from pg_locks l join pg_stat_activity a using (pid)
             where l.locktype = 'advisory' and l.classid = ? and a.application_name = ?
               and l.database = (select oid from pg_database where datname = current_database())
             order by 1
            """;
    private static final String KILL =
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                    + " where application_name = ? and datname = current_database()"
                    + " and pid in (select pid from pg_locks"
                    + " where locktype = 'advisory' and classid = ? or ?)";

    private final Views views;
    private final String name;
    private final HikariDataSource pool;
    private volatile boolean dead;
    final Follower follower;

    Node(Views views, String name, EventFeed feed, int segments, int pageSize) {
        this(views, name, feed, Views.projectors(), segments, pageSize);
    }

    Node(
            Views views,
            String name,
            EventFeed feed,
            List<Projector> projectors,
            int segments,
            int pageSize) {
        this.views = views;
        this.name = name;
        DataSource connections = mortal(views.connections(name));
        HikariConfig config = new HikariConfig();
        config.setDataSource(connections);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(1_000);
        this.pool = new HikariDataSource(config);
        this.follower =
                new Follower(
                        feed,
                        pool,
                        connections,
                        projectors,
                        views.positions,
                        new Segments(segments),
                        pageSize);
    }

    private DataSource mortal(DataSource connections) {
        return new DelegatingDataSource(connections) {
            @Override
            public Connection getConnection() throws SQLException {
                if (dead) {
                    throw new SQLException("dead", "08001");
                }
                return super.getConnection();
            }
        };
    }

    Node started() {
        follower.start();
        return this;
    }

    /** Handles all there is, by the hand of the test. */
    void all() {
        while (follower.step()) {
            assertThat(follower.fault()).isNull();
        }
    }

    /** The segments that the database knows it to hold. */
    List<Integer> held() {
        try (Connection connection = views.dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(HELD)) {
            query.setInt(1, ClaimSession.HOLDS);
            query.setString(2, name);
            List<Integer> held = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    held.add(row.getInt(1));
                }
            }
            return held;
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Waits until it holds so many. */
    Node holding(int segments) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (held().size() != segments) {
            if (System.nanoTime() - end >= 0) {
                throw new AssertionError(name + " holds " + held());
            }
            pause();
        }
        return this;
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** It is gone in the middle of whatever it does, and says goodbye to nobody. */
    void dies() {
        dead = true;
        kill(true);
    }

    /** The session by which it holds its segments is gone, and it does not know yet. */
    void losesItsClaims() {
        kill(false);
    }

    private void kill(boolean all) {
        try (Connection connection = views.dataSource.getConnection();
                PreparedStatement kill = connection.prepareStatement(KILL)) {
            kill.setString(1, name);
            kill.setInt(2, ClaimSession.HOLDS);
            kill.setBoolean(3, all);
            kill.executeQuery().close();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    @Override
    public void close() {
        follower.close();
        pool.close();
    }
}
