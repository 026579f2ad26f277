package org.refocusrecord.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Keeps one view: folds pages and writes what they change, and nothing else. */
public interface Projector {

    /** The view's name. */
    String name();

    /**
     * Another number, and a greater one, for another fold: the view is then rebuilt beside the one
     * that is live.
     */
    int version();

    /**
     * From which version on its rows can be read by what this program asks: those that an older
     * fold made are served until the view is rebuilt. Its own, where the meaning of columns changed
     * or some were added.
     */
    default int readsFrom() {
        return 1;
    }

    /** The tables that it keeps. */
    List<ViewTable> tables();

    /** Whether the view is about streams of that id; others never hold it up. */
    boolean follows(String stream);

    /**
     * Writes what a page changes.
     *
     * @return by how much what the view holds has changed
     */
    Tally apply(Page page, Connection connection) throws SQLException;

    /** Forgets everything that is live. */
    void clear(Connection connection) throws SQLException;

    /** What each segment of the live view holds, reckoned from its rows. */
    List<Tally> recounted(Connection connection, Segments segments) throws SQLException;

    /** The same by the hashes that were written with them, whatever stands in the rows now. */
    List<Tally> written(Connection connection, Segments segments) throws SQLException;
}
