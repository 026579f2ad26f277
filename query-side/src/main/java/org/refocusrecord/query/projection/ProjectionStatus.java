package org.refocusrecord.query.projection;

/**
 * How a view is doing.
 *
 * @param position the last position that it has handled
 * @param head the last position of the log
 * @param lag how many events it is behind
 * @param count how many rows it holds
 * @param digest the sum modulo 2²⁵⁶ of the SHA-256 of its rows, in hex
 */
public record ProjectionStatus(
        String name,
        int version,
        long position,
        long head,
        long lag,
        State state,
        long count,
        String digest) {

    /** What a view is doing. */
    public enum State {
        /** It has handled all there is. */
        LIVE,
        /** It is behind, and moves. */
        CATCHING_UP,
        /** It was told to stay where it is. */
        PAUSED,
        /** It does not move, though it should: the database or the log cannot be read. */
        FAILING
    }
}
