package org.refocusrecord.eventlog.seal;

import org.refocusrecord.testkit.TestDatabase;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** Events by the hundred thousand, written past the append; each leaf is its position's name. */
final class ManyEvents {

    private ManyEvents() {}

    static void add(TestDatabase database, int from, int to) throws SQLException {
        execute(
                database.owner(),
                """
                insert into refocus_log.event (position, sequence, occurred_at, recorded_at, revision, event_id,
                    command_id, stream, type, posted_by, recorded_by, leaf_hash, payload)
                select i, (i - 1) / 10, '2012-03-14', '2012-03-14', 1, gen_random_uuid(), gen_random_uuid(),
                       'team/' || (i %% 10), 'x', 'x', 'OTHER/x', sha256(('\\x00'::bytea || convert_to('leaf ' || i, 'UTF8'))), '{}'
                  from generate_series(%d, %d) i
                """
                        .formatted(from, to));
    }

    static List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            leaves.add(SecondTree.leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
