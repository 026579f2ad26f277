package org.refocusrecord.query.outbox;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;

import javax.sql.DataSource;

/**
 * A session of the database's by which this node may send to a topic, and says how far it has come.
 * The database ends it when the node dies or stands still, and somebody else may have the topic.
 */
final class TopicSession implements AutoCloseable {

    /** The first number of the locks by which topics are held; the second is the topic's. */
    private static final int HOLDS = 593_211_073;

    private static final int ANSWERS_WITHIN_MILLIS = 10_000;

    /**
     * A position that is lost with the database's memory is sent from again, so that nobody need
     * wait for the disk. A host that vanished without a word is missed within half a minute.
     */
    private static final String SETTINGS =
            "set synchronous_commit = off; set lock_timeout = '5s';"
                    + " set tcp_keepalives_idle = 10;"
                    + " set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3;"
                    + " set idle_session_timeout = ";

    private static final String KNOWN =
            "insert into refocus_outbox.topic (name) values (?) on conflict do nothing";
    private static final String NUMBER = "select number from refocus_outbox.topic where name = ?";
    private static final String TAKE = "select pg_try_advisory_lock(?, ?)";
    private static final String MARK =
            "update refocus_outbox.topic set claim = nextval('refocus_outbox.claim') where name = ?"
                    + " returning claim, position, topic_id, since";
    private static final String BEGIN =
            "update refocus_outbox.topic set position = ?, topic_id = ?, since = ? where name = ?"
                    + " and claim = ?";
    private static final String STORE =
            "update refocus_outbox.topic set position = ? where name = ? and claim = ?";

    private final Connection connection;
    private final String topic;
    private final int number;
    private long claim;
    private long position;
    private long since;
    private @Nullable String topicId;

    private TopicSession(Connection connection, String topic, Duration standsStill)
            throws SQLException {
        this.connection = connection;
        this.topic = topic;
        connection.setAutoCommit(true);
        connection.setNetworkTimeout(Runnable::run, ANSWERS_WITHIN_MILLIS);
        try (Statement settings = connection.createStatement()) {
            settings.execute(SETTINGS + standsStill.toMillis());
        }
        this.number = number();
    }

    private int number() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NUMBER)) {
            query.setString(1, topic);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    return row.getInt(1);
                }
            }
        }
        try (PreparedStatement known = connection.prepareStatement(KNOWN)) {
            known.setString(1, topic);
            known.executeUpdate();
        }
        return number();
    }

    /**
     * A session that holds nothing yet; the database ends it when nothing is asked of it in this
     * time.
     */
    static TopicSession open(DataSource dataSource, String topic, Duration standsStill) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                return new TopicSession(connection, topic, standsStill);
            } catch (SQLException failed) {
                connection.close();
                throw failed;
            }
        } catch (SQLException failed) {
            throw lost(failed);
        }
    }

    /**
     * Whether the topic was free and is this session's now. Whoever had it before moves its
     * position no more, should he still run.
     */
    boolean take() {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setInt(1, HOLDS);
            take.setInt(2, number);
            try (ResultSet row = take.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    return false;
                }
            }
            mark();
            return true;
        } catch (SQLException failed) {
            throw lost(failed);
        }
    }

    private void mark() throws SQLException {
        try (PreparedStatement mark = connection.prepareStatement(MARK)) {
            mark.setString(1, topic);
            try (ResultSet row = mark.executeQuery()) {
                row.next();
                claim = row.getLong(1);
                position = row.getLong(2);
                topicId = row.getString(3);
                since = row.getLong(4);
            }
        }
    }

    /** The topic that it is a session for. */
    String topic() {
        return topic;
    }

    /** Up to where all was acknowledged. */
    long position() {
        return position;
    }

    /** Behind which position it was begun: what is before was never asked for. */
    long since() {
        return since;
    }

    /** Which topic of that name the position is of; null: nothing was ever sent. */
    @Nullable String topicId() {
        return topicId;
    }

    /** From now on the position is of this topic, and it is this; on the disk before it is used. */
    void begin(String id, long from) {
        if (!Objects.equals(topicId, id) || position != from) {
            execute("set synchronous_commit = on");
            update(BEGIN, from, id, from, topic, claim);
            execute("set synchronous_commit = off");
            position = from;
            since = from;
            topicId = id;
        }
    }

    /** All up to here was acknowledged. */
    void store(long reached) {
        update(STORE, reached, topic, claim);
        position = reached;
    }

    private void update(String sql, Object... values) {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                update.setObject(index + 1, values[index]);
            }
            if (update.executeUpdate() == 0) {
                throw new NotSent("another node has claimed the topic");
            }
        } catch (SQLException failed) {
            throw lost(failed);
        }
    }

    /** Lets the database know that somebody is there. */
    void beat() {
        execute("select 1");
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw lost(failed);
        }
    }

    /** The message of the cause may quote what was written. */
    private static NotSent lost(SQLException cause) {
        return new NotSent("the database of the outbox: SQL state " + cause.getSQLState());
    }

    /** Lets go of the topic at once, before the database notices that nobody is there. */
    @Override
    public void close() {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException gone) {
            // With the session all that it held is gone.
        }
    }
}
