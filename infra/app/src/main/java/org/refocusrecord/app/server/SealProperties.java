package org.refocusrecord.app.server;

import org.refocusrecord.eventlog.seal.SealSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;

import java.time.Duration;

/**
 * How the log is sealed.
 *
 * @param checkpointEvery a checkpoint is signed at the latest so long after an event
 * @param checkpointEvents and at the latest after so many events
 * @param headsEvery the last events of all streams are noted at most once in this time
 * @param longestWait how long somebody waits who asks for a proof
 * @param keyFile the file of the signing key; blank: in the data folder
 * @param newKey whether another key may sign than the one that signed last
 */
@ConfigurationProperties("refocus.seal")
public record SealProperties(
        Duration checkpointEvery,
        long checkpointEvents,
        Duration headsEvery,
        Duration longestWait,
        String keyFile,
        boolean newKey) {

    /** As the sealer takes them. */
    public SealSettings settings() {
        return new SealSettings(checkpointEvery, checkpointEvents, headsEvery, longestWait, newKey);
    }
}
