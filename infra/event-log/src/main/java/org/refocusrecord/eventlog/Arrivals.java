package org.refocusrecord.eventlog;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

import javax.sql.DataSource;

/**
 * Hears what the database says when it has committed something, on whatever node. New events wake
 * whoever waits for them; what was said while nobody listened is asked for when somebody does
 * again. Destroyed keys are let go of in memory; where words may have been lost, all are.
 */
public final class Arrivals implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    private static final long BELIEVED_MILLIS = 500;
    private static final long RETRY_MILLIS = 200;

    private static final String HEAD = "select coalesce(max(position), 0) from refocus_log.event";
    private static final String EVENTS = "refocus_log";
    private static final String KEYS = "refocus_keys";
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    private final DataSource dataSource;
    private final @Nullable EventLog log;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread listener;
    private volatile boolean closed;
    private long heard;

    /** Listens on a connection of its own, taken from this data source. */
    public Arrivals(DataSource dataSource) {
        this(dataSource, null);
    }

    /** The same, for a log that has keys in memory. */
    public Arrivals(DataSource dataSource, @Nullable EventLog log) {
        this.dataSource = dataSource;
        this.log = log;
        this.listener = Thread.ofPlatform().name("arrivals").daemon().start(this::listen);
    }

    /**
     * Waits until the log is said to reach beyond a position, or the time is over; either way look.
     */
    public void awaitBeyond(long position, Duration most) throws InterruptedException {
        long nanos = most.toNanos();
        lock.lockInterruptibly();
        try {
            while (heard <= position && nanos > 0 && !closed) {
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private void listen() {
        while (!closed) {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + EVENTS);
                statement.execute("listen " + KEYS);
                forgetAllKeys();
                from(head(statement));
                hear(connection.unwrap(PGConnection.class), statement);
            } catch (SQLException lost) {
                LOG.debug("listening again", lost);
                pause();
            } catch (RuntimeException | Error failed) {
                // Nobody else listens: where memory is at an end it may be there again.
                tell(failed);
                pause();
            }
        }
    }

    private static void tell(Throwable failed) {
        try {
            LOG.error("what the database says was not heard: {}", failed.getClass().getName());
        } catch (Error _) {
            // Here is nothing left to do it with.
        }
    }

    /**
     * Every login of the database can say what it likes here, and a word may be lost. So neither
     * words nor silence are believed for longer than a moment: then, about twice a second, the log
     * itself is asked how far it has come.
     */
    private void hear(PGConnection postgres, Statement statement) throws SQLException {
        long asked = System.nanoTime();
        while (!closed) {
            long left = BELIEVED_MILLIS - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
            PGNotification[] notifications =
                    postgres.getNotifications(Math.toIntExact(Math.max(left, 1)));
            if (notifications != null) {
                for (PGNotification notification : notifications) {
                    heard(notification);
                }
            }
            if (System.nanoTime() - asked >= TimeUnit.MILLISECONDS.toNanos(BELIEVED_MILLIS)) {
                from(head(statement));
                asked = System.nanoTime();
            }
        }
    }

    private void heard(PGNotification notification) {
        String said = notification.getParameter();
        if (notification.getName().equals(EVENTS)) {
            if (POSITION.matcher(said).matches()) {
                heard(Long.parseLong(said));
            }
        } else if (log != null) {
            log.forgetKeys(said);
        }
    }

    /** How far the log has come. */
    private static long head(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(HEAD)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Whatever was said while nobody listened. */
    private void forgetAllKeys() {
        if (log != null) {
            log.forgetKeys();
        }
    }

    /** After the database was another for a while, its log may be shorter than what was heard. */
    private void from(long head) {
        lock.lock();
        try {
            heard = closed ? Long.MAX_VALUE : head;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void heard(long position) {
        lock.lock();
        try {
            heard = Math.max(heard, position);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void pause() {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(RETRY_MILLIS);
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        heard(Long.MAX_VALUE);
        listener.interrupt();
    }
}
