package org.refocusrecord.query.access;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;

import javax.sql.DataSource;

/**
 * The months of the access log, each a table of its own. They are made ahead, and dropped whole
 * when they are older than is to be kept. Several nodes may do it at once. It is done as the owner
 * of the tables: whoever writes entries can take none away.
 */
public final class AccessMonths {

    private static final int AHEAD = 2;

    /** Whoever waits for a table lets nobody pass who comes after him. */
    private static final String SOON = "set local lock_timeout = '2s'";

    private final DataSource owner;
    private final Clock clock;
    private final @Nullable Period keep;

    /** As the owner, by this clock; {@code keep} null: none is dropped. */
    public AccessMonths(DataSource owner, Clock clock, @Nullable Period keep) {
        this.owner = owner;
        this.clock = clock;
        this.keep = keep;
    }

    /** In which month a moment lies. */
    static YearMonth monthOf(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    /** Makes this month and the next ones, where they are missing. */
    public void makeAhead() {
        YearMonth now = monthOf(clock.instant());
        for (int ahead = 0; ahead <= AHEAD; ahead++) {
            make(now.plusMonths(ahead));
        }
    }

    /** Makes a month, if it is not there. */
    void make(YearMonth month) {
        ask("select refocus_access.make_month(?)", month);
    }

    /** Drops the months that are older than is to be kept; answers with how many. */
    public int dropOld() {
        if (keep == null) {
            return 0;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return ask("select refocus_access.drop_before(?)", YearMonth.from(today.minus(keep)));
    }

    private int ask(String call, YearMonth month) {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement soon = connection.createStatement();
                    PreparedStatement statement = connection.prepareStatement(call)) {
                soon.execute(SOON);
                statement.setObject(1, month.atDay(1));
                int answer = first(statement);
                connection.commit();
                return answer;
            }
        } catch (SQLException failed) {
            throw new AccessNotKept(failed);
        }
    }

    private static int first(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
