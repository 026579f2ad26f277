package org.refocusrecord.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.eventlog.json.PayloadUnreadable;
import org.refocusrecord.eventlog.store.Append;
import org.refocusrecord.eventlog.store.ContentGuard;
import org.refocusrecord.eventlog.store.Erasure;
import org.refocusrecord.eventlog.store.NewRow;
import org.refocusrecord.eventlog.store.RecordKeyRow;
import org.refocusrecord.eventlog.store.UsedKey;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What the present code cannot read is handed out as such, and keeps nobody from the rest; what is
 * missing keeps everybody from it.
 */
class ReadingOnTest {

    @TempDir private Path keys;

    private final CaseInTheLog theCase = new CaseInTheLog();
    private final CaseInTheLog another = new CaseInTheLog();
    @AutoClose private OpenLog openLog;
    private EventLog log;

    @BeforeEach
    void open() {
        openLog = new OpenLog(keys);
        log = openLog.log();
        log.append(theCase.opening("sent"));
    }

    private CommandId appendRaw(String recordedBy, String type, int revision, String payload) {
        CommandId command = CaseInTheLog.command();
        RecordKeyRow key = log.store().recordKeys(theCase.stream()).getFirst();
        log.store()
                .append(
                        new Append(
                                command.value(),
                                new ContentGuard(new byte[32], key.id()),
                                theCase.stream(),
                                1,
                                null,
                                "account",
                                recordedBy,
                                List.of(
                                        new NewRow(
                                                EventIds.next().value(),
                                                type,
                                                revision,
                                                null,
                                                payload.getBytes(UTF_8),
                                                null)),
                                new UsedKey(key.id(), 0, null),
                                Erasure.NONE));
        return command;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "goal.dreamt-of   | 1 | {}             | goal.dreamt-of: an unknown name",
                "case.death-noted | 2 | {}             | case.death-noted: no way from revision 2"
                        + " to the present one",
                "case.death-noted | 1 | {\"on\":\"secret\"} | case.death-noted: on is no time in"
                        + " the stored form",
                "case.death-noted | 1 | secret         | case.death-noted: not JSON",
            })
    void a_page_goes_on_behind_it(String type, int revision, String payload, String cause)
            throws Exception {
        appendRaw("OTHER/registry", type, revision, payload);
        log.append(another.opening("sent"));

        List<Logged> page = pageAfter(0);

        assertThat(page).extracting(Logged::position).containsExactly(1L, 2L, 3L);
        assertThat(page.get(1))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> {
                            assertThat(unreadable.stream()).isEqualTo(theCase.stream());
                            assertThat(unreadable.sequence()).isEqualTo(1);
                            assertThat(unreadable.type()).isEqualTo(type);
                            assertThat(unreadable.revision()).isEqualTo(revision);
                            assertThat(unreadable.cause()).isEqualTo(cause);
                        });
        assertThat(page.get(2)).isInstanceOf(RecordedEvent.class);
        assertThat(log.logged(theCase.stream())).isEqualTo(page.subList(0, 2));
    }

    /** There is one event more than is asked for; for some pages the hole is as large as they. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void where_events_are_missing_the_pages_stop_before_them_until_they_are_there_again(
            int pageSize) throws Exception {
        for (int place = 0; place < 6; place++) {
            log.append(new CaseInTheLog().opening("sent"));
        }
        execute(
                """
                alter table refocus_log.event disable trigger all;
                create table kept as select * from refocus_log.event where position in (3, 4);
                delete from refocus_log.event where position in (3, 4)
                """);
        List<Long> given = new ArrayList<>();
        try (LogPages<?, Logged> pages = log.pages(0, 6, pageSize)) {
            for (int times = 0; times < 3; times++) {
                assertThatExceptionOfType(LogBroken.class)
                        .isThrownBy(() -> readAll(pages, given))
                        .withMessage("the log has no events at positions 3 to 4");
                assertThat(given).containsExactly(1L, 2L);
            }
            execute("insert into refocus_log.event select * from kept where position = 3");
            assertThatExceptionOfType(LogBroken.class)
                    .isThrownBy(() -> readAll(pages, given))
                    .withMessage("the log has no event at position 4");

            execute("insert into refocus_log.event select * from kept where position = 4");
            readAll(pages, given);

            assertThat(pages.next()).isEmpty();
        }
        assertThat(given).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(log.head().position()).isEqualTo(7);
    }

    @Test
    void persons_with_the_same_hash_are_not_taken_for_each_other() {
        Person one = new Person(Party.OTHER, "Aa");
        Person another = new Person(Party.OTHER, "BB");
        assertThat(one.toString()).hasSameHashCodeAs(another.toString());

        log.append(theCase.deathToldBy(one, 1));
        log.append(theCase.deathToldBy(another, 2));
        log.append(theCase.deathToldBy(one, 3));

        assertThat(log.stream(theCase.stream()))
                .extracting(RecordedEvent::recordedBy)
                .endsWith(one, another, one);
    }

    @Test
    void whoever_reads_one_stream_is_given_nothing_of_it_where_an_event_is_missing()
            throws Exception {
        for (int sequence = 1; sequence < 5; sequence++) {
            log.append(theCase.death(sequence, "sent " + sequence));
        }
        List<RecordedEvent> whole = log.stream(theCase.stream());
        execute(
                """
                alter table refocus_log.event disable trigger all;
                create table kept as select * from refocus_log.event where sequence in (2, 3);
                delete from refocus_log.event where sequence in (2, 3)
                """);

        String twoAreMissing = theCase.stream() + " has no events at sequences 2 to 3";
        isBroken(twoAreMissing, () -> log.stream(theCase.stream()));
        isBroken(twoAreMissing, () -> log.logged(theCase.stream()));
        isBroken(twoAreMissing, () -> log.beginning(theCase.stream(), 3));
        isBroken(twoAreMissing, () -> log.stream(theCase.stream(), 1).toList());
        assertThat(log.beginning(theCase.stream(), 2)).isEqualTo(whole.subList(0, 2));
        assertThat(log.stream(theCase.stream(), 3)).isEqualTo(whole.subList(4, 5));

        execute("insert into refocus_log.event select * from kept where sequence = 2");
        isBroken(
                theCase.stream() + " has no event at sequence 3",
                () -> log.stream(theCase.stream()));
        execute("insert into refocus_log.event select * from kept where sequence = 3");
        assertThat(log.stream(theCase.stream())).isEqualTo(whole);
    }

    private static void isBroken(String told, ThrowingCallable reading) {
        assertThatExceptionOfType(LogBroken.class).isThrownBy(reading).withMessage(told);
    }

    private static void readAll(LogPages<?, Logged> pages, List<Long> given)
            throws InterruptedException {
        for (List<Logged> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            page.forEach(logged -> given.add(logged.position()));
        }
    }

    private List<Logged> pageAfter(long position) throws InterruptedException {
        try (LogPages<?, Logged> pages = log.pages(position, 10)) {
            return pages.next();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection owner = openLog.database().owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void whatever_else_is_wrong_with_it_is_named_without_quoting_it() throws Exception {
        appendRaw("SECRET/1", "case.death-noted", 1, "{}");

        assertThat(pageAfter(1))
                .singleElement()
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable ->
                                assertThat(unreadable.cause())
                                        .startsWith("case.death-noted: ")
                                        .doesNotContain("SECRET"));
    }

    @Test
    void its_receipt_is_given_all_the_same() {
        UUID entry = UUID.randomUUID();
        CommandId command =
                appendRaw(
                        "OTHER/registry",
                        "goal.dreamt-of",
                        1,
                        "{\"a\":{\"entryId\":1},\"entryId\":\"%s\",\"z\":[]}".formatted(entry));

        assertThat(log.receipt(command).orElseThrow().lines())
                .singleElement()
                .extracting(Receipt.Line::entryId)
                .isEqualTo(new EntryId(entry));
    }

    @Test
    void nothing_is_decided_on_a_stream_that_cannot_be_read() {
        appendRaw("OTHER/registry", "goal.dreamt-of", 1, "{}");

        assertThatThrownBy(() -> log.stream(theCase.stream()))
                .isInstanceOf(PayloadUnreadable.class);
    }
}
