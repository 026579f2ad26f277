package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * How it stands with a rebuild of a view, beside the one that is live.
 *
 * @param version of which version the fold is
 * @param handled how many events it has handled
 * @param of how many the live view has, with which it is to be compared
 * @param count how many rows it has written; null when it has ended
 * @param digest their digest; null when it has ended
 * @param begunBy the account that wanted it; null: a server that brought another version, or found
 *     rows that are not those of their digest
 * @param comparedAt the position at which both were compared and found to differ; null: they were
 *     not
 * @param told whether it is known where they differ; they are looked for till then
 * @param differs the first differences, of those that may be seen
 * @param acceptedBy the account that lets it go live though it differs
 * @param endedBy the account that ended it; null: it was the same and went live, or a server that
 *     brought another version gave it up
 */
public record RebuildStatus(
        int version,
        State state,
        long handled,
        long of,
        @Nullable Long count,
        @Nullable String digest,
        @Nullable String begunBy,
        Instant begunAt,
        @Nullable Long comparedAt,
        boolean told,
        List<Difference> differs,
        @Nullable String acceptedBy,
        @Nullable Instant acceptedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt) {

    /** What it is doing. */
    public enum State {
        /** It is filled from the log, stream by stream and then event by event. */
        FOLDING,
        /** It was told to stay where it is. */
        PAUSED,
        /** It stands still: no running server brings its version. */
        STRANDED,
        /** It is not what is live, and waits to be accepted or cancelled; both go on. */
        DIFFERS,
        /** It went live. */
        LIVE,
        /** It was given up. */
        CANCELLED
    }

    /** The same, with some of the differences. */
    public RebuildStatus differing(List<Difference> some) {
        return new RebuildStatus(
                version,
                state,
                handled,
                of,
                count,
                digest,
                begunBy,
                begunAt,
                comparedAt,
                told,
                some,
                acceptedBy,
                acceptedAt,
                endedBy,
                endedAt);
    }
}
