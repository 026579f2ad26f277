package org.refocusrecord.bench;

import java.sql.SQLException;

/** What is done again and again, and timed. */
interface Work extends AutoCloseable {

    /** Once, by one of the callers, who are numbered from 0. */
    void once(int caller) throws Exception;

    /** How many operations once is worth. */
    default long units() {
        return 1;
    }

    @Override
    default void close() throws SQLException {}
}
