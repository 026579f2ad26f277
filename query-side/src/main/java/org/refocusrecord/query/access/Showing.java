package org.refocusrecord.query.access;

/**
 * What an answer shows of persons' records. It is told to the access log once the answer is made
 * and before it goes out: what failed was not shown, and nothing is shown that was not told.
 */
@FunctionalInterface
public interface Showing {

    /**
     * An answer was made, or one of several parts of it.
     *
     * @throws AccessLogFull if it may not go out
     */
    void wasMade();

    /** An answer that shows nobody's record. */
    static Showing ofNobody() {
        return () -> {};
    }
}
