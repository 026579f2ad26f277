package org.refocusrecord.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import javax.sql.DataSource;

/** How far views have come, and a way to wait for them. */
public final class Positions {

    /** How long a reader waits at most for a view to come as far as was asked for. */
    public static final Duration MOST = Duration.ofSeconds(5);

    private static final String LEAST =
            """
            select min(coalesce(p.position, -1))
              from unnest(?::text[], ?::int[]) asked (name, version)
              left join refocus_views.projection p
                on p.name = asked.name and p.version >= asked.version
            """;
    // Another node may be the one that moves the views, so they are looked at now and then.
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Transactions transactions;
    private final Folds folds;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long moves;

    /** The positions of the views in a database, for a program that brings these. */
    public Positions(DataSource dataSource, List<Projector> projectors) {
        this.transactions = new Transactions(dataSource);
        this.folds = new Folds(projectors);
    }

    /**
     * How far all of these views have come; below zero where there is one that was not made yet, or
     * by an older fold than this program's.
     */
    public long of(Collection<String> views) {
        return transactions.read(connection -> least(connection, views, folds));
    }

    static long least(Connection connection, Collection<String> views, Folds folds)
            throws SQLException {
        Object[] names = views.toArray();
        Object[] versions = views.stream().map(folds::readable).toArray();
        try (PreparedStatement query = connection.prepareStatement(LEAST)) {
            query.setArray(1, connection.createArrayOf("text", names));
            query.setArray(2, connection.createArrayOf("int4", versions));
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    /**
     * Waits until all of these views have come to a position.
     *
     * @throws ViewBehind when they have not in time
     */
    public void await(Collection<String> views, long position, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        long come = of(views);
        while (come < position) {
            if (System.nanoTime() - end >= 0) {
                throw new ViewBehind(position, come);
            }
            pause(position, come);
            come = of(views);
        }
    }

    private void pause(long position, long come) {
        lock.lock();
        try {
            long seen = moves;
            long nanos = LOOK.toNanos();
            while (moves == seen && nanos > 0) {
                nanos = moved.awaitNanos(nanos);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ViewBehind(position, come);
        } finally {
            lock.unlock();
        }
    }

    /** Tells those who wait here to look again. */
    void moved() {
        lock.lock();
        try {
            moves++;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
