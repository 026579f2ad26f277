package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How a view is doing.
 *
 * @param position the last position up to which all of its segments have handled all
 * @param head the last position of the log
 * @param lag how many events it is behind
 * @param count how many rows it holds
 * @param digest the sum modulo 2²⁵⁶ of the SHA-256 of its rows, in hex
 * @param handled how many events its segments have handled; as many as its position says, or more
 *     while some segments are further on
 * @param rebuild the one that is under way, else the last that ended; null: there was none
 */
public record ProjectionStatus(
        String name,
        int version,
        long position,
        long head,
        long lag,
        State state,
        long count,
        String digest,
        long handled,
        List<Segment> segments,
        @Nullable RebuildStatus rebuild) {

    /**
     * How a segment of it is doing.
     *
     * @param segment its number, from 0 on
     * @param position the last position that it has handled
     * @param handled how many events of its own it has handled since the view was cut as it is now
     * @param count how many rows it holds
     * @param digest their digest; those of all segments add up to the view's
     * @param paused whether it was told to stay where it is
     * @param parked how many of its cases are parked
     */
    public record Segment(
            int segment,
            long position,
            long lag,
            long handled,
            long count,
            String digest,
            boolean paused,
            int parked) {}

    /** The same, with this of its rebuild. */
    public ProjectionStatus with(RebuildStatus other) {
        return new ProjectionStatus(
                name, version, position, head, lag, state, count, digest, handled, segments, other);
    }

    /** What a view is doing. */
    public enum State {
        /** It has handled all there is, but for segments that are paused. */
        LIVE,
        /** It is behind, and moves, but for segments that are paused. */
        CATCHING_UP,
        /** It was told to stay where it is, with all its segments. */
        PAUSED,
        /** It does not move, though it should: the database or the log cannot be read. */
        FAILING,
        /**
         * It stands still, since its rows were made by a version of it that no running server
         * brings: one that does has to be started, or it is rebuilt by one that runs.
         */
        STRANDED
    }
}
