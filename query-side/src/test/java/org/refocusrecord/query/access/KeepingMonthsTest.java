package org.refocusrecord.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.refocusrecord.query.access.AccessList.Filter;
import org.refocusrecord.testkit.TestDatabase;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The tables of the access log: month by month, added to and never changed. */
class KeepingMonthsTest {

    private static final String WRITER = "refocus_reader";
    private static final Filter ALL = new Filter(null, null, null);

    @AutoClose
    private final TestDatabase database =
            TestDatabase.migrated("access", owner -> AccessMigrations.apply(owner, WRITER));

    private static Clock on(String day) {
        return Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
    }

    private AccessMonths months(String today, @Nullable Period keep) {
        return new AccessMonths(database.owner(), on(today), keep);
    }

    private AccessTable table() {
        return new AccessTable(database.as(WRITER), months("2031-05-10", Period.ofYears(1)));
    }

    private List<AccessList.Accessed> listed() {
        return new AccessList(database.reader()).list(List.of(ReadNotes.CASE), ALL, null, 10_000);
    }

    private List<String> made() throws SQLException {
        List<String> made = new ArrayList<>();
        try (Connection owner = database.owner().getConnection();
                Statement statement = owner.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select inhrelid::regclass::text from pg_inherits where inhparent"
                                        + " = 'refocus_access.access'::regclass order by 1")) {
            while (rows.next()) {
                made.add(rows.getString(1));
            }
        }
        return made;
    }

    private void refused(String role, String state, String sql) {
        assertThatThrownBy(
                        () -> {
                            try (Connection connection = database.as(role).getConnection();
                                    Statement statement = connection.createStatement()) {
                                statement.execute(sql);
                            }
                        })
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(state));
    }

    @Test
    void this_month_and_the_next_two_are_made_and_again_changes_nothing() throws SQLException {
        months("2031-11-30", null).makeAhead();
        months("2031-11-30", null).makeAhead();

        assertThat(made())
                .containsExactly(
                        "refocus_access.access_2031_11",
                        "refocus_access.access_2031_12",
                        "refocus_access.access_2032_01");
    }

    @Test
    void a_read_is_kept_as_it_was_and_kept_again_it_is_there_once() {
        Access read = ReadNotes.at("2031-05-10T09:00:00.123456Z");
        try (AccessTable table = table()) {
            table.keep(List.of(read));
            table.keep(List.of(read));
        }

        assertThat(listed())
                .containsExactly(
                        new AccessList.Accessed(
                                read.id(),
                                read.at(),
                                ReadNotes.CASE,
                                read.person(),
                                "somebody",
                                "AUDITOR",
                                "CARE_PLAN",
                                null,
                                Instant.parse("2012-01-01T00:00:00Z"),
                                "AUDIT",
                                "the yearly one",
                                "SHOWN"));
    }

    @Test
    void a_month_that_nobody_has_made_is_made_with_its_first_entry() throws SQLException {
        try (AccessTable table = table()) {
            table.keep(
                    List.of(
                            ReadNotes.at("2031-05-31T23:59:59.999999Z"),
                            ReadNotes.at("2031-06-01T00:00:00Z")));
        }

        assertThat(made())
                .containsExactly("refocus_access.access_2031_05", "refocus_access.access_2031_06");
        assertThat(listed())
                .extracting(read -> read.at().toString())
                .containsExactly("2031-06-01T00:00:00Z", "2031-05-31T23:59:59.999999Z");
    }

    @Test
    void months_are_dropped_whole_when_their_last_day_need_not_be_kept() throws SQLException {
        try (AccessTable table = table()) {
            table.keep(
                    List.of(
                            ReadNotes.at("2031-03-31T23:00:00Z"),
                            ReadNotes.at("2031-04-01T00:00:00Z"),
                            ReadNotes.at("2031-05-01T00:00:00Z")));
        }

        assertThat(months("2031-05-10", null).dropOld()).as("nothing was said").isZero();
        assertThat(months("2031-05-10", Period.ofMonths(1)).dropOld()).isEqualTo(1);
        assertThat(months("2031-05-10", Period.ofMonths(1)).dropOld()).isZero();

        assertThat(made())
                .containsExactly("refocus_access.access_2031_04", "refocus_access.access_2031_05");
        assertThat(listed()).hasSize(2);
    }

    @Test
    void nodes_that_write_and_make_and_drop_months_at_once_lose_nothing() throws Exception {
        List<Access> first = ReadNotes.many("2031-07-01T10:00:00Z", 400);
        List<Access> second = ReadNotes.many("2031-08-01T10:00:00Z", 400);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> nodes =
                    List.of(
                            threads.submit(() -> kept(first)),
                            threads.submit(() -> kept(second)),
                            threads.submit(() -> months("2031-07-20", null).makeAhead()),
                            threads.submit(
                                    () -> months("2031-07-20", Period.ofMonths(1)).dropOld()));
            for (Future<?> node : nodes) {
                node.get();
            }
        }

        assertThat(listed()).hasSize(800);
    }

    private void kept(List<Access> accesses) {
        try (AccessTable table = table()) {
            for (int from = 0; from < accesses.size(); from += 40) {
                table.keep(accesses.subList(from, from + 40));
            }
        }
    }

    @Test
    void nobody_changes_an_entry_or_takes_one_away() {
        try (AccessTable table = table()) {
            table.keep(List.of(ReadNotes.at("2031-05-10T09:00:00Z")));
        }
        for (String of : List.of("refocus_access.access", "refocus_access.access_2031_05")) {
            for (String change :
                    List.of("update %s set outcome = 'REFUSED'", "delete from %s", "truncate %s")) {
                refused("refocus_owner", "RR001", change.formatted(of));
                refused(WRITER, "42501", change.formatted(of));
            }
        }
        assertThat(listed()).hasSize(1);
    }

    @Test
    void whoever_writes_makes_and_drops_no_month() {
        refused(WRITER, "42501", "select refocus_access.make_month('2031-05-01')");
        refused(WRITER, "42501", "select refocus_access.drop_before('2099-01-01')");
        refused("refocus_appender", "42501", "select * from refocus_access.access");
    }

    @Test
    void a_database_that_got_another_name_is_written_by_its_new_login() {
        AccessMigrations.apply(database.owner(), "refocus_appender");
        AccessMonths months = months("2031-05-10", null);
        try (AccessTable table = new AccessTable(database.as("refocus_appender"), months)) {
            table.keep(List.of(ReadNotes.at("2031-05-10T09:00:00Z")));
        }

        assertThat(listed()).hasSize(1);
    }
}
