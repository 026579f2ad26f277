package org.refocusrecord.bench;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/**
 * Fills the log with cases of twenty events, a hundred of them taking turns command by command as
 * they would in a service. Positions are gapless and record times rise, as the log's own; leaf
 * hashes are 32 random bytes.
 */
final class Loading {

    private static final long AT_ONCE = 100;
    private static final int BLOCKS = 50;

    private final DataSource owner;
    private final CaseRows rows;

    Loading(DataSource owner, CaseRows rows) {
        this.owner = owner;
        this.rows = rows;
    }

    /** Until the log holds so many events. */
    void upTo(long wanted, Progress progress) throws Exception {
        long head = head();
        while (head < wanted) {
            load(Math.min(BLOCKS, (wanted - head) / (AT_ONCE * rows.size()) + 1));
            head = head();
            progress.says("loaded %,d events".formatted(head));
        }
    }

    private long head() throws Exception {
        return Long.parseLong(
                Sql.text(owner, "select coalesce(max(position), 0) from refocus_log.event"));
    }

    /** One transaction, under the lock that orders all appends. */
    private void load(long blocks) throws Exception {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            Place place = locked(connection);
            List<List<CaseRows.Case>> all = new ArrayList<>();
            for (int block = 0; block < blocks; block++) {
                List<CaseRows.Case> cases = new ArrayList<>();
                for (int one = 0; one < AT_ONCE; one++) {
                    cases.add(rows.newCase());
                }
                all.add(cases);
            }
            try (BinaryCopy copy =
                    new BinaryCopy(connection, "refocus_log.event", rows.eventColumns())) {
                for (List<CaseRows.Case> cases : all) {
                    events(cases, place, copy);
                }
            }
            keys(connection, all.stream().flatMap(List::stream).toList());
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void events(List<CaseRows.Case> cases, Place place, BinaryCopy copy) throws Exception {
        int first = 0;
        while (first < rows.size()) {
            int next = first + 1;
            while (next < rows.size() && !rows.begins(next)) {
                next++;
            }
            for (CaseRows.Case one : cases) {
                place.recordedAt = place.recordedAt.plus(1, ChronoUnit.MICROS);
                for (int row = first; row < next; row++) {
                    copy.row(one.event(row, ++place.position, place.recordedAt));
                }
            }
            first = next;
        }
    }

    private void keys(Connection connection, List<CaseRows.Case> cases) throws Exception {
        try (BinaryCopy copy =
                new BinaryCopy(connection, "refocus_keys.record_key", rows.recordKeyColumns())) {
            for (CaseRows.Case one : cases) {
                copy.row(one.recordKey());
            }
        }
        try (BinaryCopy copy =
                new BinaryCopy(connection, "refocus_keys.data_key", rows.dataKeyColumns())) {
            for (CaseRows.Case one : cases) {
                for (int row = 0; row < rows.size(); row++) {
                    @Nullable Object[] key = one.dataKey(row);
                    if (key != null) {
                        copy.row(key);
                    }
                }
            }
        }
    }

    /** Where the log ends. */
    private static final class Place {
        private long position;
        private OffsetDateTime recordedAt = OffsetDateTime.MIN;
    }

    private static Place locked(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(refocus_log.append_lock())");
            Place place = new Place();
            try (ResultSet row =
                    statement.executeQuery(
                            "select position, recorded_at from refocus_log.event"
                                    + " order by position desc limit 1")) {
                row.next();
                place.position = row.getLong(1);
                place.recordedAt = row.getObject(2, OffsetDateTime.class);
            }
            return place;
        }
    }
}
