package org.refocusrecord.eventlog.store;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of the log by COPY in the binary format: the cheapest way that PostgreSQL has to hand rows
 * out, and each comes as one piece.
 */
final class PageCopy {
    private static final String EVENT =
            """
            copy (select e.position, e.stream, e.sequence, e.event_id, e.type, e.revision,
                         e.occurred_at, e.recorded_at, e.posted_by, e.recorded_by, e.command_id,
                         e.payload\
            """;
    private static final String PROOF = ", e.leaf_hash, e.content_mac, e.content_mac_key";
    private static final String FROM = " from refocus_log.event e where e.position > ";
    private static final String TO = " and e.position <= ";
    private static final String IN_ORDER = " order by e.position";
    private static final String END_OF_PAGE = ") to stdout (format binary)";
    private static final String OF_STREAMS =
            " from refocus_log.event e where (e.stream, e.sequence) > ";
    // The signature, the flags, and the length of an extension that there is none of.
    private static final int HEADER = 19;
    private static final int END = -1;

    private PageCopy() {}

    /** What a row is made of as it comes. */
    @FunctionalInterface
    private interface Making<R> {
        R of(byte[] bytes, int from);
    }

    /** Whole rows. */
    static List<RawRow> rows(Connection connection, long after, int limit) throws SQLException {
        return page(connection, EVENT + PROOF, after, limit, RawRow::new);
    }

    /** Rows without what proves them: every column that is handed out costs the database time. */
    static List<RawEvent> events(Connection connection, long after, int limit) throws SQLException {
        return page(connection, EVENT, after, limit, RawEvent::new);
    }

    /**
     * Rows up to a position, stream by stream, those behind a place in a stream: of that stream
     * after a sequence, and of all that come after it.
     */
    static List<RawEvent> ofStreams(
            Connection connection, String stream, long afterSequence, long to, int limit)
            throws SQLException {
        String place = "('" + stream.replace("'", "''") + "', " + afterSequence + ")";
        String order = " order by e.stream, e.sequence limit " + limit + END_OF_PAGE;
        String which = OF_STREAMS + place + TO + to + order;
        return copied(connection, EVENT + which, RawEvent::new);
    }

    /** Positions have no holes, so a page is a range. */
    private static <R> List<R> page(
            Connection connection, String columns, long after, int limit, Making<R> making)
            throws SQLException {
        String range = FROM + after + TO + (after + limit) + IN_ORDER + END_OF_PAGE;
        return copied(connection, columns + range, making);
    }

    private static <R> List<R> copied(Connection connection, String copy, Making<R> making)
            throws SQLException {
        CopyOut out = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
        try {
            List<R> rows = new ArrayList<>();
            int from = HEADER;
            for (byte[] piece = out.readFromCopy(); piece != null; piece = out.readFromCopy()) {
                if (new BinaryReader(piece, from).int16() != END) {
                    rows.add(making.of(piece, from + Short.BYTES));
                }
                from = 0;
            }
            return rows;
        } catch (RuntimeException unreadable) {
            // A copy that is broken off leaves its connection out of step with the server.
            while (out.readFromCopy() != null) {}
            throw unreadable;
        }
    }
}
