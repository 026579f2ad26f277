package org.refocusrecord.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.Appending.Pending;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.store.LogMigrations;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.goal.GoalVoiced;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.team.TeamRegistered;
import org.refocusrecord.events.team.TeamType;
import org.refocusrecord.testkit.TestDatabase;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class RecordingCommandsTest {

    private static final Instant AT = Instant.parse("2012-03-14T10:00:00Z");

    @AutoClose
    static final TestDatabase DATABASE = TestDatabase.migrated("log", LogMigrations::apply);

    @TempDir static Path keys;

    private static EventLog log;

    private final CaseId caseId = new CaseId(UUID.randomUUID());
    private final Person person = new Person(Party.SERVICE_USER, UUID.randomUUID().toString());
    private final Person worker = new Person(Party.STAFF, UUID.randomUUID().toString());

    @BeforeAll
    static void open() {
        log =
                new EventLog(
                        new LogStore(DATABASE.appender()),
                        new MasterKeyFile(keys.resolve("master.key"), Randomness.secure())
                                .open(false),
                        Randomness.secure());
    }

    @Test
    void a_receipt_is_the_same_however_often_it_is_asked_for() {
        CommandId command = command();
        Receipt first = log.append(opening(command, "{}"));

        assertThat(log.receipt(command)).hasValue(first);
        assertThat(first.lines()).hasSize(1);
        assertThat(first.version()).isEqualTo(1);
    }

    @Test
    void words_come_back_as_they_were_said_and_lie_in_no_row_in_plain() {
        log.append(opening(command(), "{}"));
        CommandId command = command();
        log.append(voicing(command, "one", "To see the sea again."));

        RecordedEvent voiced = log.command(command).getLast();
        Words.Kept words = (Words.Kept) ((GoalVoiced) voiced.event()).statement();

        assertThat(log.texts(Set.of(voiced.eventId())).open(words).orElseThrow().text())
                .isEqualTo("To see the sea again.");
        assertThat(words.c()).doesNotContain("sea");
    }

    @Test
    void a_repeat_is_known_by_its_content() {
        log.append(opening(command(), "{}"));
        CommandId command = command();
        Receipt receipt = log.append(voicing(command, "one", "To see the sea again."));

        assertThat(log.repeat(command, "one")).isEqualTo(new Repeat.Same(receipt));
        assertThat(log.repeat(command, "another")).isEqualTo(new Repeat.Other(receipt));
        assertThat(log.repeat(command(), "one")).isEqualTo(new Repeat.No());
    }

    @Test
    void a_repeat_about_a_team_is_known_too() {
        CommandId command = command();
        TeamId team = new TeamId(UUID.randomUUID());
        Event registered =
                new TeamRegistered(
                        command, team, "SLAM", "A team", TeamType.RECOVERY, null, worker);
        Receipt receipt = log.append(appending("team/" + team, 0, command, "team", registered));

        assertThat(log.repeat(command, "team")).isEqualTo(new Repeat.Same(receipt));
        assertThat(log.repeat(command, "other")).isEqualTo(new Repeat.Other(receipt));
    }

    @Test
    void once_the_key_is_gone_nobody_can_tell_whether_it_is_a_repeat() throws Exception {
        log.append(opening(command(), "{}"));
        CommandId command = command();
        log.append(voicing(command, "one", "To see the sea again."));
        RecordedEvent voiced = log.command(command).getLast();
        try (var connection = DATABASE.appender().getConnection();
                var destroy =
                        connection.prepareStatement(
                                "select refocus_keys.destroy(null, array[?]::uuid[], now())")) {
            destroy.setObject(1, voiced.eventId().value());
            destroy.execute();
        }

        assertThat(log.repeat(command, "one")).isInstanceOf(Repeat.CannotTell.class);
        Words.Kept words = (Words.Kept) ((GoalVoiced) voiced.event()).statement();
        assertThat(log.texts(Set.of(voiced.eventId())).open(words)).isEmpty();
    }

    @Test
    void a_stream_that_moved_on_takes_nothing_that_was_decided_before() {
        log.append(opening(command(), "{}"));
        log.append(voicing(command(), "one", "One."));

        assertThatExceptionOfType(AppendRefused.class)
                .isThrownBy(() -> log.append(voicing(command(), "two", "Two.")))
                .matches(refused -> refused.why() == AppendRefused.Why.VERSION_CONFLICT);
        assertThat(log.stream("case/" + caseId)).hasSize(3);
    }

    @Test
    void of_two_that_post_one_command_at_once_one_records_it() throws Exception {
        log.append(opening(command(), "{}"));
        Appending same = voicing(command(), "one", "Once only.");
        Callable<String> post =
                () -> {
                    try {
                        log.append(same);
                        return "recorded";
                    } catch (AppendRefused refused) {
                        return refused.why().name();
                    }
                };
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<String>> posts = both.invokeAll(List.of(post, post));
            assertThat(List.of(posts.get(0).get(), posts.get(1).get()))
                    .containsExactlyInAnyOrder("recorded", "ALREADY_RECORDED");
        }
    }

    private Appending opening(CommandId command, String content) {
        Event opened =
                new CaseOpened(
                        command,
                        caseId,
                        new ServiceUserId(UUID.fromString(person.id())),
                        "SLAM",
                        new TeamId(UUID.randomUUID()),
                        null,
                        LocalDate.of(2012, 1, 2),
                        worker);
        return appending("case/" + caseId, 0, command, content, opened);
    }

    private Appending voicing(CommandId command, String content, String text) {
        return appending(
                "case/" + caseId,
                1,
                command,
                content,
                new OwnEntriesWritten(command, caseId, AT, person),
                new GoalVoiced(
                        new EntryId(UUID.randomUUID()),
                        new GoalId(UUID.randomUUID()),
                        new Words.Said(text, person, Wording.WRITTEN_BY_THEM, null, Sharing.TEAM),
                        null));
    }

    private Appending appending(
            String stream, long next, CommandId command, String content, Event... events) {
        return new Appending(
                stream,
                next,
                command,
                content,
                "ward-system",
                worker,
                List.of(events).stream()
                        .map(event -> new Pending(EventIds.next(), event, AT))
                        .toList());
    }

    private static CommandId command() {
        return new CommandId(UUID.randomUUID());
    }
}
