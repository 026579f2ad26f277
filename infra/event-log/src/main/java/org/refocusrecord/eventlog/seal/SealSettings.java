package org.refocusrecord.eventlog.seal;

import java.time.Duration;

/**
 * When something is signed and noted without anybody's asking.
 *
 * @param checkpointEvery at the latest so long after an event
 * @param checkpointEvents at the latest after so many events
 * @param headsEvery the heads of all streams at most once in this time
 * @param longestWait how long somebody who asks waits for it
 * @param newKey whether another key may sign than the one that signed last
 */
public record SealSettings(
        Duration checkpointEvery,
        long checkpointEvents,
        Duration headsEvery,
        Duration longestWait,
        boolean newKey) {

    /** What a service is set to that says nothing else. */
    public static final SealSettings DEFAULT =
            new SealSettings(
                    Duration.ofSeconds(10),
                    50_000,
                    Duration.ofMinutes(1),
                    Duration.ofSeconds(5),
                    false);

    public SealSettings {
        if (!checkpointEvery.isPositive() || checkpointEvents < 1 || !headsEvery.isPositive()) {
            throw new IllegalArgumentException("refocus.seal needs times and counts above zero");
        }
    }
}
