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
    private static final String COPY =
            """
            copy (select e.position, e.stream, e.sequence, e.event_id, e.type, e.revision,
                         e.occurred_at, e.recorded_at, e.posted_by, e.recorded_by, e.command_id,
                         e.payload, e.leaf_hash, e.content_mac, e.content_mac_key
                    from refocus_log.event e
                   where e.position >\
            """;
    private static final String TO = " and e.position <= ";
    private static final String END_OF_COPY = " order by e.position) to stdout (format binary)";
    // The signature, the flags, and the length of an extension that there is none of.
    private static final int HEADER = 19;
    private static final int END = -1;

    private PageCopy() {}

    /** Positions have no holes, so a page is a range. */
    static List<RawRow> page(Connection connection, long after, int limit) throws SQLException {
        CopyOut out =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(COPY + after + TO + (after + limit) + END_OF_COPY);
        try {
            List<RawRow> rows = new ArrayList<>();
            int from = HEADER;
            for (byte[] piece = out.readFromCopy(); piece != null; piece = out.readFromCopy()) {
                if (new BinaryReader(piece, from).int16() != END) {
                    rows.add(new RawRow(piece, from + Short.BYTES));
                }
                from = 0;
            }
            return rows;
        } finally {
            if (out.isActive()) {
                out.cancelCopy();
            }
        }
    }
}
