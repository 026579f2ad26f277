package org.refocusrecord.bench;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.sql.DataSource;

/** COPY in its binary form, the fastest way in and out that PostgreSQL has. */
final class Copying {

    private final DataSource dataSource;
    private final CaseRows rows;

    Copying(DataSource dataSource, CaseRows rows) {
        this.dataSource = dataSource;
        this.rows = rows;
    }

    /** Events and their key rows into copies of the log's tables, in one transaction. */
    Contestant in(int cases) {
        return new Contestant(
                Names.COPY_IN,
                (_, _) -> {
                    List<CaseRows.Case> made = new ArrayList<>();
                    for (int index = 0; index < cases; index++) {
                        made.add(rows.newCase());
                    }
                    List<BinaryCopy.Encoded> tables = encoded(made);
                    return new Contestant.Whole((long) cases * rows.size(), () -> copy(tables));
                });
    }

    /** The rows of cases for the raw copies of the three tables, where positions are given. */
    private List<BinaryCopy.Encoded> encoded(List<CaseRows.Case> cases) throws IOException {
        List<String> columns = new ArrayList<>(rows.eventColumns());
        int position = columns.indexOf("position");
        columns.remove(position);
        List<@Nullable Object[]> events = new ArrayList<>();
        List<@Nullable Object[]> recordKeys = new ArrayList<>();
        List<@Nullable Object[]> dataKeys = new ArrayList<>();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        for (CaseRows.Case one : cases) {
            recordKeys.add(one.recordKey());
            for (int row = 0; row < rows.size(); row++) {
                List<@Nullable Object> values =
                        new ArrayList<>(Arrays.asList(one.event(row, 0, now)));
                values.remove(position);
                events.add(values.toArray());
                @Nullable Object[] key = one.dataKey(row);
                if (key != null) {
                    dataKeys.add(key);
                }
            }
        }
        return List.of(
                BinaryCopy.Encoded.of("bench_raw.event", columns, events),
                BinaryCopy.Encoded.of("bench_raw.record_key", rows.recordKeyColumns(), recordKeys),
                BinaryCopy.Encoded.of("bench_raw.data_key", rows.dataKeyColumns(), dataKeys));
    }

    private void copy(List<BinaryCopy.Encoded> tables) throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            for (BinaryCopy.Encoded table : tables) {
                table.copy(connection);
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** So many events out, thrown away unread. */
    Contestant out(long events) {
        return Contestant.whole(
                Names.COPY_OUT,
                events,
                () -> {
                    try (Connection connection = dataSource.getConnection()) {
                        connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyOut(
                                        "copy (select * from refocus_log.event where position <= %d) to stdout (format binary)"
                                                .formatted(events),
                                        OutputStream.nullOutputStream());
                    }
                });
    }
}
