package org.refocusrecord.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Keeps one view: folds pages and writes what they change, and nothing else. */
public interface Projector {

    /** The view's name. */
    String name();

    /** Another number for another fold: the view is then folded anew from the beginning. */
    int version();

    /** Whether the view is about streams of that id; others never hold it up. */
    boolean follows(String stream);

    /**
     * Writes what a page changes.
     *
     * @return by how much what the view holds has changed
     */
    Tally apply(Page page, Connection connection) throws SQLException;

    /** Forgets everything. */
    void clear(Connection connection) throws SQLException;

    /** What each segment of the view holds, reckoned from its rows. */
    List<Tally> recounted(Connection connection, Segments segments) throws SQLException;
}
