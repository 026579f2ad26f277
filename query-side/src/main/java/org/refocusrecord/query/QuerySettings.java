package org.refocusrecord.query;

import org.refocusrecord.query.projection.Segments;
import org.springframework.boot.context.properties.ConfigurationProperties;

import java.time.Duration;

/**
 * How reads and their views are set.
 *
 * @param lateAfter how long after the meeting a session counts as late
 * @param mostWalks how many reads may go through all cases at once, and as many pages through some
 * @param segments into how many parts the views are cut, so that nodes can share the work
 */
@ConfigurationProperties("refocus")
record QuerySettings(Duration lateAfter, int mostWalks, int segments) {

    /** Refuses numbers that nobody can mean. */
    QuerySettings {
        if (mostWalks < 1) {
            throw new IllegalArgumentException("refocus.most-walks must be 1 at least");
        }
        if (segments < 1 || segments > Segments.MOST) {
            throw new IllegalArgumentException("refocus.segments must be 1 to " + Segments.MOST);
        }
    }
}
