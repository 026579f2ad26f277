package org.refocusrecord.app.postgres;

import org.refocusrecord.app.data.Hindrance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;

/**
 * Starts a database again that has ended while its server lives. Until it is back, whoever posts or
 * reads is told to come again; so a memory killer, a full disk that is mended, or somebody's kill
 * -9 cost a pause and not an evening.
 */
final class DatabaseWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration MOST_BETWEEN_TRIES = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final int port;
    private final Thread thread;
    private boolean closed;
    private Duration pause = BETWEEN_LOOKS;

    private DatabaseWatch(Cluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
        this.thread = Thread.ofPlatform().name("database-watch").daemon().unstarted(this::watch);
    }

    /** Watches over a database that runs, on the port where its users expect it. */
    static DatabaseWatch over(Cluster cluster, int port) {
        DatabaseWatch watch = new DatabaseWatch(cluster, port);
        watch.thread.start();
        return watch;
    }

    private synchronized void watch() {
        try {
            while (!closed) {
                wait(pause.toMillis());
                if (!closed) {
                    look();
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        Optional<String> hindered;
        try {
            if (cluster.isRunning()) {
                return;
            }
            LOG.warn("the database has ended by itself, and is started again");
            hindered = cluster.startAgain(port);
        } catch (Hindrance notNow) {
            hindered = Optional.of(String.valueOf(notNow.getMessage()));
        }
        hindered.ifPresentOrElse(
                why -> {
                    LOG.warn("the database does not start yet: {}", why);
                    pause = longer();
                },
                () -> {
                    LOG.warn("the database runs again");
                    pause = BETWEEN_LOOKS;
                });
    }

    private Duration longer() {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(MOST_BETWEEN_TRIES) > 0 ? MOST_BETWEEN_TRIES : twice;
    }

    /** From now on it stays down; a start that is under way is finished first. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
