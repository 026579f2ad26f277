package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

/** Waits for what a server does in its own time. */
final class Eventually {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Eventually() {}

    interface Condition {
        boolean isSo();
    }

    static void await(Condition condition) throws InterruptedException {
        await(condition, PATIENCE);
    }

    static void await(Condition condition, Duration patience) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        while (!condition.isSo()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            Thread.sleep(5);
        }
    }
}
