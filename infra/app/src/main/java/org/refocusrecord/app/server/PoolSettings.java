package org.refocusrecord.app.server;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.time.Duration;

/** How many connections the server keeps, and how long one may take. */
@ConfigurationProperties("refocus.pools")
public record PoolSettings(Pool appender, Pool projector) {

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
