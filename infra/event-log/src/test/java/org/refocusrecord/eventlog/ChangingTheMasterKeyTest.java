package org.refocusrecord.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.MasterKeyUnusable;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.store.MasterKeyRows;
import org.refocusrecord.eventlog.store.RecordKeyRow;
import org.refocusrecord.eventlog.words.OpenedText;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.goal.GoalVoiced;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Record keys wrapped anew keep their ids and all that was made under them. */
class ChangingTheMasterKeyTest {

    @TempDir private Path keys;

    private final CaseInTheLog theCase = new CaseInTheLog();
    private final Appending opening = theCase.opening("sent");
    private final Appending voicing = theCase.voicing(1, "sent", "To see the sea.");
    private final Appending team = theCase.team("sent");
    @AutoClose private OpenLog openLog;
    private MasterKeyRows rows;
    private MasterKeyFile file;
    private MasterKeyChange change;
    private EventLog log;

    @BeforeEach
    void a_running_log() {
        openLog = new OpenLog(keys);
        rows = new MasterKeyRows(openLog.database().owner());
        file = new MasterKeyFile(keys.resolve("master.key"), Randomness.secure());
        change = new MasterKeyChange(file, rows);
        rows.use(file.ids().getFirst());
        log = running();
        List.of(opening, voicing, team).forEach(log::append);
    }

    /** Another server on the same file. */
    private EventLog running() {
        return openLog.over(openLog.database().appender(), file.open(true, rows::current));
    }

    private Optional<String> text(EventLog reading, Appending appending) {
        RecordedEvent voiced = reading.command(appending.commandId()).getLast();
        Words.Kept words = (Words.Kept) ((GoalVoiced) voiced.event()).statement();
        return reading.texts(Set.of(voiced.eventId())).open(words).map(OpenedText::text);
    }

    private void worksAsBefore(EventLog one) {
        for (Appending appending : List.of(opening, voicing, team)) {
            assertThat(one.repeat(appending.commandId(), "sent")).isInstanceOf(Repeat.Same.class);
            assertThat(one.repeat(appending.commandId(), "other")).isInstanceOf(Repeat.Other.class);
        }
        assertThat(text(one, voicing)).hasValue("To see the sea.");
    }

    @Test
    void every_text_is_read_and_every_repeat_told_as_before() {
        String old = change.begun().orElse(file.ids().getFirst());
        byte[] before =
                log.store()
                        .event(voicing.events().getLast().eventId().value())
                        .orElseThrow()
                        .payload();

        String id = change.begin();
        change.finish(_ -> {});

        assertThat(file.ids()).containsExactly(id).doesNotContain(old);
        assertThat(rows.current()).hasValue(id);
        assertThat(
                        log.store()
                                .event(voicing.events().getLast().eventId().value())
                                .orElseThrow()
                                .payload())
                .isEqualTo(before);
        worksAsBefore(running());
        worksAsBefore(log);
        assertThat(running().append(theCase.voicing(3, "sent", "To paint.")).version())
                .isEqualTo(5);
    }

    @Test
    void what_runs_meanwhile_wraps_what_is_new_by_the_new_key_and_is_not_started_again() {
        String id = change.begin();
        change.finish(_ -> {});
        CaseInTheLog another = new CaseInTheLog();

        log.append(another.opening("sent"));
        Appending said = another.voicing(1, "sent", "To paint.");
        log.append(said);

        assertThat(rows.wrappedByOthers(id, null, 10)).isEmpty();
        assertThat(text(running(), said)).hasValue("To paint.");
    }

    @Test
    void the_log_s_own_key_too_is_drawn_under_the_new_one() {
        try (OpenLog empty = new OpenLog(keys)) {
            MasterKeyRows owner = new MasterKeyRows(empty.database().owner());
            owner.use(file.ids().getFirst());
            EventLog early =
                    empty.over(empty.database().appender(), file.open(true, owner::current));
            MasterKeyChange begun = new MasterKeyChange(file, owner);
            String id = begun.begin();
            begun.finish(_ -> {});

            early.append(new CaseInTheLog().team("sent"));

            assertThat(owner.wrappedByOthers(id, null, 10)).isEmpty();
        }
    }

    @Test
    void appends_and_reads_go_on_while_it_is_changed_again_and_again() {
        AtomicBoolean stop = new AtomicBoolean();
        List<Appending> said = new ArrayList<>();
        CompletableFuture<Void> recording =
                CompletableFuture.runAsync(() -> {
                    EventLog other = running();
                    while (!stop.get()) {
                        CaseInTheLog another = new CaseInTheLog();
                        other.append(another.opening("sent"));
                        Appending voiced = another.voicing(1, "sent", "To paint.");
                        other.append(voiced);
                        said.add(voiced);
                        assertThat(text(other, voiced)).hasValue("To paint.");
                        assertThat(text(log, voicing)).hasValue("To see the sea.");
                    }
                });
        for (int times = 0; times < 5; times++) {
            change.begin();
            change.finish(_ -> {});
        }
        stop.set(true);
        recording.join();

        assertThat(said).isNotEmpty();
        EventLog later = running();
        said.forEach(one -> assertThat(text(later, one)).hasValue("To paint."));
        assertThat(rows.wrappedByOthers(file.ids().getFirst(), null, 10)).isEmpty();
    }

    @Test
    void a_server_that_starts_while_a_key_comes_finds_it() {
        Supplier<Optional<String>> comes =
                () -> change.begun().or(() -> Optional.of(change.begin()));

        assertThat(file.open(true, comes).id()).isEqualTo(file.ids().getLast());
    }

    @Test
    void a_server_that_starts_while_a_key_goes_takes_the_one_that_is_wanted_then() {
        AtomicBoolean asked = new AtomicBoolean();
        Supplier<Optional<String>> goes =
                () -> {
                    Optional<String> wanted = rows.current();
                    if (!asked.getAndSet(true)) {
                        change.begin();
                        change.finish(_ -> {});
                    }
                    return wanted;
                };

        assertThat(file.open(true, goes).id()).isEqualTo(rows.current().orElseThrow());
    }

    /** Stops in the middle, as a process does that is killed. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void whenever_it_is_broken_off_the_next_call_goes_on() {
        manyKeysAreThere();
        String id = change.begin();
        assertThat(change.begun()).hasValue(id);
        assertThat(change.begin()).isEqualTo(id);
        worksAsBefore(running());

        assertThatThrownBy(() ->
                        change.finish(count -> {
                            throw new Killed();
                        }))
                .isInstanceOf(Killed.class);
        assertThat(file.ids()).hasSize(2);
        assertThat(rows.wrappedByOthers(id, null, 5_000)).hasSizeBetween(500, 700);
        worksAsBefore(running());
        worksAsBefore(log);

        List<Long> counts = new ArrayList<>();
        change.finish(counts::add);
        assertThat(file.ids()).containsExactly(id);
        assertThat(counts).hasSize(2);
        worksAsBefore(running());
    }

    /** Recorded by many at once, since each alone would wait for the disk. */
    private void manyKeysAreThere() {
        try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
            IntStream.range(0, 1_100)
                    .mapToObj(_ ->
                            threads.submit(() -> log.append(new CaseInTheLog().opening("sent"))))
                    .toList()
                    .forEach(ChangingTheMasterKeyTest::ended);
        }
    }

    private static void ended(Future<?> appended) {
        try {
            appended.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void what_was_erased_meanwhile_does_not_come_back() {
        String id = change.begin();
        List<RecordKeyRow> read = rows.wrappedByOthers(id, null, 10);
        log.append(theCase.erasing(3, "sent", new Forgetting.OfTheWholeCase()));

        assertThat(rows.wrapAnew(read, read.stream().map(_ -> new byte[60]).toList()))
                .isEqualTo(read.size() - 1L);

        assertThat(log.store().recordKeys(theCase.stream()).getFirst().wrapped()).isNull();
    }

    @Test
    void the_program_s_own_role_can_neither_wrap_anew_nor_name_another_key() {
        MasterKeyRows appender = new MasterKeyRows(openLog.database().appender());
        List<RecordKeyRow> read = rows.wrappedByOthers("0000000000000000", null, 10);

        assertThatThrownBy(() -> appender.use("0000000000000000")).hasMessageContaining("42501");
        assertThatThrownBy(() ->
                        appender.wrapAnew(read, read.stream().map(_ -> new byte[60]).toList()))
                .hasMessageContaining("42501");
    }

    @Test
    void a_server_without_the_new_key_records_nothing_that_only_it_could_read() throws Exception {
        Path elsewhere = keys.resolve("elsewhere.key");
        Files.copy(keys.resolve("master.key"), elsewhere);
        MasterKeyFile others = new MasterKeyFile(elsewhere, Randomness.secure());
        EventLog other =
                openLog.over(openLog.database().appender(), others.open(true, rows::current));
        change.begin();
        change.finish(_ -> {});

        assertThatThrownBy(() -> other.append(new CaseInTheLog().opening("sent")))
                .isInstanceOf(MasterKeyUnusable.class);
        assertThatThrownBy(() -> text(other, voicing))
                .isInstanceOf(MasterKeyUnusable.class)
                .hasMessageContaining(rows.current().orElseThrow());
        assertThatThrownBy(() -> others.open(true, rows::current))
                .isInstanceOf(MasterKeyUnusable.class)
                .hasMessageContaining(rows.current().orElseThrow());

        Files.delete(elsewhere);
        Files.copy(keys.resolve("master.key"), elsewhere);
        worksAsBefore(other);
        other.append(new CaseInTheLog().opening("sent"));
    }

    @Test
    void a_key_service_takes_the_place_of_the_file() {
        MasterKey master = file.open(true);
        MasterKey service =
                new MasterKey() {
                    @Override
                    public String id() {
                        return master.id();
                    }

                    @Override
                    public byte[] wrap(byte[] secret, byte[] associated) {
                        return master.wrap(secret, associated);
                    }

                    @Override
                    public byte[] unwrap(byte[] wrapped, byte[] associated) {
                        return master.unwrap(wrapped, associated);
                    }
                };

        worksAsBefore(openLog.over(openLog.database().appender(), service));
    }

    @Test
    void two_are_never_at_it_at_once() {
        assertThat(rows.alone(() -> assertThat(rows.alone(() -> {})).isFalse())).isTrue();
        assertThat(rows.alone(() -> {})).isTrue();
    }
}
