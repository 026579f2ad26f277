package org.refocusrecord.app.server;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.time.Duration;

/**
 * How many connections the server keeps, and how long one may take.
 *
 * @param appender to record, and to decide what is recorded
 * @param reader to read at the doors, the log and the views
 * @param projector to move views
 */
@ConfigurationProperties("refocus.pools")
public record PoolSettings(Pool appender, Pool reader, Pool projector) {

    /**
     * Views are written through one connection while the log is read through another. That is done
     * by one thread of a server; nobody else who has one of these waits for the next, nor for what
     * that thread has locked for longer than a moment.
     */
    private static final int LEAST_TO_MOVE_VIEWS = 2;

    /** Refuses a pool with which no view would ever move. */
    public PoolSettings {
        if (projector.size() < LEAST_TO_MOVE_VIEWS) {
            throw new IllegalArgumentException(
                    "refocus.pools.projector.size must be 2 at least: views are written through one"
                            + " connection while the log is read through another");
        }
    }

    /**
     * One pool.
     *
     * @param size how many connections at most
     * @param connectionTimeout how long a caller waits for one
     * @param statementTimeout how long a statement may run
     */
    public record Pool(int size, Duration connectionTimeout, Duration statementTimeout) {

        /** Refuses a pool that nobody could use. */
        public Pool {
            if (size < 1 || !connectionTimeout.isPositive() || !statementTimeout.isPositive()) {
                throw new IllegalArgumentException(
                        "a pool of refocus.pools needs a size and time-outs above zero");
            }
        }
    }
}
