package org.refocusrecord.bench;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/**
 * The peer: a table of PostgreSQL with the time for which a row holds and the time for which it was
 * known, as ranges. It holds the same goals, steps and actions as the log, with plain texts; no
 * correction is told from a change of mind in it, and nothing shows that no row was altered.
 */
final class TemporalTable {

    private static final String TABLE =
            """
            create table if not exists bench_temporal.plan_item (
                case_id uuid not null, kind text not null, item uuid not null, goal uuid,
                said text, status text, responsible text, session uuid not null,
                valid tstzrange not null, known tstzrange not null)
            """;

    private static final String COLUMNS =
            "(case_id, kind, item, goal, said, status, responsible, session, valid, known)";

    private static final String INSERT =
            "insert into bench_temporal.plan_item "
                    + COLUMNS
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, "
                    + "tstzrange(?::timestamptz, ?::timestamptz),"
                    + " tstzrange(?::timestamptz, ?::timestamptz))";

    private static final OffsetDateTime NO_BOUND = OffsetDateTime.MAX;

    private final DataSource owner;

    /** How a plan is found in it. */
    enum Index {
        /** All that ever was in a case, and of that what holds. */
        BY_CASE("bench_temporal.plan_item", "(case_id)"),
        /** What holds, by both times. */
        BY_TIME("bench_temporal.plan_item_by_time", "using gist (case_id, valid, known)");

        private final String table;
        private final String columns;

        Index(String table, String columns) {
            this.table = table;
            this.columns = columns;
        }
    }

    private TemporalTable(DataSource owner) {
        this.owner = owner;
    }

    static TemporalTable made(DataSource owner) throws SQLException {
        Sql.run(
                owner,
                "create schema if not exists bench_temporal",
                "create extension if not exists btree_gist schema bench_temporal",
                TABLE);
        return new TemporalTable(owner);
    }

    /** After all is in it: the same rows once more, each with an index of its own. */
    void index() throws SQLException {
        Sql.run(
                owner,
                "create table %s as table %s".formatted(Index.BY_TIME.table, Index.BY_CASE.table));
        for (Index index : Index.values()) {
            Sql.run(
                    owner,
                    "create index on %s %s".formatted(index.table, index.columns),
                    "vacuum (analyze) " + index.table);
        }
    }

    /** All that was told of a person. */
    void load(People.Recorded person) throws SQLException {
        TemporalCase plan = new TemporalCase();
        person.told().forEach(told -> plan.after(told, person.recordedAt(told)));
        try (Connection connection = owner.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (TemporalCase.Row row : plan.rows()) {
                TemporalCase.Stretch stretch = row.stretch();
                insert.setObject(1, person.caseId().value());
                insert.setString(2, stretch.kind().name());
                insert.setObject(3, stretch.item());
                insert.setObject(4, stretch.goal());
                insert.setString(5, stretch.text());
                insert.setString(6, stretch.status());
                insert.setString(7, stretch.responsible());
                insert.setObject(8, stretch.session());
                insert.setObject(9, stretch.from().atOffset(ZoneOffset.UTC));
                insert.setObject(10, at(stretch.to()));
                insert.setObject(11, row.knownFrom().atOffset(ZoneOffset.UTC));
                insert.setObject(12, at(row.knownTo()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** All goals and steps of copied cases, out of the log's rows up to a position. */
    void loadCopies(long position) throws SQLException {
        Sql.run(owner, TemporalCopies.goals(position), TemporalCopies.steps(position));
    }

    long rows() throws SQLException {
        return Long.parseLong(Sql.text(owner, "select count(*) from bench_temporal.plan_item"));
    }

    /** A connection to the database in which it is. */
    Connection connection() throws SQLException {
        return owner.getConnection();
    }

    /** Whoever asks it for plans, on one connection. */
    Asker asker(Index index) throws SQLException {
        return new Asker(owner.getConnection(), index);
    }

    /** Asks for plans; everything of every row is fetched. */
    static final class Asker implements AutoCloseable {

        private final Connection connection;
        private final PreparedStatement query;

        private Asker(Connection connection, Index index) throws SQLException {
            this.connection = connection;
            this.query =
                    connection.prepareStatement(
                            "select kind, item, goal, said, status, responsible, session,"
                                    + " lower(valid), lower(known) from "
                                    + index.table
                                    + " where case_id = ? and valid @> ?::timestamptz"
                                    + " and known @> ?::timestamptz");
        }

        /** What the plan says, in the order of the rows. */
        List<String> plan(PastPlan asked) throws SQLException {
            query.setObject(1, asked.caseId().value());
            query.setObject(2, bound(asked.happened()));
            query.setObject(3, bound(asked.knownAt()));
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    rows.getString(7);
                    rows.getString(8);
                    rows.getString(9);
                    lines.add(
                            PlanContent.line(
                                    rows.getString(1),
                                    rows.getString(2),
                                    rows.getString(3),
                                    rows.getString(4),
                                    rows.getString(5),
                                    rows.getString(6)));
                }
            }
            return lines;
        }

        private static OffsetDateTime bound(@Nullable Instant instant) {
            return instant == null ? NO_BOUND : instant.atOffset(ZoneOffset.UTC);
        }

        @Override
        public void close() throws SQLException {
            query.close();
            connection.close();
        }
    }
}
