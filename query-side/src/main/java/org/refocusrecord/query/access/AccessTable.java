package org.refocusrecord.query.access;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.security.Purpose;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

import javax.sql.DataSource;

/**
 * Writes entries to the database, on one connection that it keeps: so it takes none from whoever
 * records, reads or moves views.
 */
public final class AccessTable implements AccessKeeper {

    /** By column, so that the statement is the same however many there are. */
    private static final String INSERT =
            """
            insert into refocus_access.access
                   (id, at, account, person, role, case_id, what, as_of, known_at,
                    purpose, purpose_words, outcome)
            select * from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],
                   ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[],
                   ?::text[])
            on conflict do nothing\
            """;

    /** What the database says to a row for which no partition is there. */
    private static final String NO_MONTH = "23514";

    private final DataSource connections;
    private final AccessMonths months;
    private @Nullable Connection held;

    /**
     * Connects where something is to be written.
     *
     * @param connections each call of {@code getConnection} connects anew: no pool
     */
    public AccessTable(DataSource connections, AccessMonths months) {
        this.connections = connections;
        this.months = months;
    }

    @Override
    public synchronized void keep(List<Access> accesses) {
        try {
            insert(accesses);
        } catch (SQLException failed) {
            if (!NO_MONTH.equals(failed.getSQLState())) {
                close();
                throw new AccessNotKept(failed);
            }
            // The clock of this node runs ahead of those who make months, or behind.
            accesses.stream()
                    .map(Access::at)
                    .map(AccessMonths::monthOf)
                    .distinct()
                    .forEach(months::make);
            keepAgain(accesses);
        }
    }

    private void keepAgain(List<Access> accesses) {
        try {
            insert(accesses);
        } catch (SQLException failed) {
            close();
            throw new AccessNotKept(failed);
        }
    }

    private void insert(List<Access> accesses) throws SQLException {
        try (PreparedStatement insert = connection().prepareStatement(INSERT)) {
            Columns columns = new Columns(insert, accesses);
            columns.of("uuid", Access::id);
            columns.of("timestamptz", Access::at);
            columns.of("text", Access::account);
            columns.of("text", access -> access.person().party() + "/" + access.person().id());
            columns.of("text", Access::role);
            columns.of("uuid", Access::caseId);
            columns.of("text", Access::what);
            columns.of("timestamptz", Access::asOf);
            columns.of("timestamptz", Access::knownAt);
            columns.of("text", access -> kind(access.purpose()));
            columns.of("text", access -> words(access.purpose()));
            columns.of("text", Access::outcome);
            insert.executeUpdate();
        }
    }

    private static @Nullable Object kind(@Nullable Purpose purpose) {
        return purpose == null ? null : purpose.kind();
    }

    private static @Nullable Object words(@Nullable Purpose purpose) {
        return purpose == null ? null : purpose.words();
    }

    private Connection connection() throws SQLException {
        Connection open = held;
        if (open == null) {
            open = connections.getConnection();
            held = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        Connection open = held;
        held = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException lost) {
                // It is gone either way.
            }
        }
    }

    /** The parameters of the statement, one after the other. */
    private static final class Columns {
        private final PreparedStatement statement;
        private final List<Access> accesses;
        private int last;

        private Columns(PreparedStatement statement, List<Access> accesses) {
            this.statement = statement;
            this.accesses = accesses;
        }

        private void of(String type, Function<Access, @Nullable Object> column)
                throws SQLException {
            @Nullable Object[] values =
                    accesses.stream().map(column).map(Columns::text).toArray(String[]::new);
            statement.setArray(++last, statement.getConnection().createArrayOf(type, values));
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }
}
