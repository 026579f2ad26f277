package org.refocusrecord.query.projection;

/**
 * How far a segment of a view has come, and what it holds.
 *
 * @param since where the view was last cut into segments
 * @param handled how many events of its own it has handled since: those of all segments that stand
 *     at one position are as many as the log has from there to that position
 */
record ProjectionState(
        String name,
        int segment,
        int version,
        long position,
        long since,
        long handled,
        Tally tally,
        boolean paused) {

    /** Nothing yet, for a fold that begins with the first event. */
    static ProjectionState anew(String name, int segment, int version, boolean paused) {
        return new ProjectionState(name, segment, version, 0, 0, 0, Tally.NONE, paused);
    }

    ProjectionState after(long newPosition, int events, Tally change) {
        return new ProjectionState(
                name,
                segment,
                version,
                newPosition,
                since,
                handled + events,
                tally.plus(change),
                paused);
    }
}
