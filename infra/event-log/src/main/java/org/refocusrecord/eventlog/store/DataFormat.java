package org.refocusrecord.eventlog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/**
 * The format of the stored log. A migration that an older program cannot live with raises it;
 * additions that it need not know of do not, so that nodes of two versions may run side by side.
 * The history of migrations cannot tell the two apart.
 */
public final class DataFormat {
    /** What this program reads and writes. */
    public static final int CURRENT = 1;

    private DataFormat() {}

    /**
     * Throws {@link DataIsNewer} when a later version made the data. To be asked before any
     * migration runs.
     */
    public static void requireReadable(DataSource dataSource) {
        int stored = new LogConnections(dataSource).ask(DataFormat::stored);
        if (stored > CURRENT) {
            throw new DataIsNewer(stored);
        }
    }

    private static int stored(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement()) {
            try (ResultSet table =
                    query.executeQuery("select to_regclass('refocus_log.data_format')")) {
                table.next();
                if (table.getString(1) == null) {
                    return 0;
                }
            }
            try (ResultSet row =
                    query.executeQuery("select max(format) from refocus_log.data_format")) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
