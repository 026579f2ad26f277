package org.refocusrecord.query.access;

import java.util.List;

/** Keeps what was read. */
@FunctionalInterface
public interface AccessKeeper extends AutoCloseable {

    /**
     * Keeps these entries, on the disk when it comes back. The same again, after it failed, makes
     * no second entry.
     *
     * @throws AccessNotKept if they are not there, or may not be
     */
    void keep(List<Access> accesses);

    /** Lets go of what it holds. */
    @Override
    default void close() {}
}
