package org.refocusrecord.query.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import java.time.Duration;
import java.time.Period;

/**
 * How the access log is kept.
 *
 * @param within so long after a read its entry is on the disk, while the database takes entries: a
 *     server that dies loses no older one
 * @param mostWaiting so many entries wait at most, be the database away; then nobody reads a
 *     person's record
 * @param keep months that are older are dropped; null: none is
 */
@ConfigurationProperties("refocus.access")
public record AccessSettings(Duration within, int mostWaiting, @Nullable Period keep) {

    /** A page of a list shows so many cases. */
    private static final int LARGEST_ANSWER = 1_000;

    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Refuses what nobody can mean. */
    public AccessSettings {
        if (within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("refocus.access.within must be 10ms to 10s");
        }
        if (mostWaiting < LARGEST_ANSWER) {
            throw new IllegalArgumentException(
                    "refocus.access.most-waiting must be 1000 at least: a page of a list can show"
                            + " so many cases");
        }
        if (keep != null && keep.toTotalMonths() < 1) {
            throw new IllegalArgumentException(
                    "refocus.access.keep must be a month at least, such as P8Y");
        }
    }
}
